"""The administrator's rooms: training and the site."""
