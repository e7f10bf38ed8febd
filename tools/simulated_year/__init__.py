"""One year of a county with everything that goes wrong in it: is a deadline ever missed without having been shown?"""
