"""The balances of every case of an office, counted anew and set beside the state's."""
