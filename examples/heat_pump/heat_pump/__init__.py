"""Buy a heat pump or keep the boiler? A small book on the engine of Rent or Sell."""
