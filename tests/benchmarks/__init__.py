"""How long reading takes, as ratios against something that runs at the same moment."""
