"""What is made out of a frozen program for people to install."""
