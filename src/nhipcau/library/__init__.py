"""Photos, audio, video and files with rights and credits."""
