"""The parts of `rent_or_sell.picture.static_picture`: from a figure's declaration to SVG."""
