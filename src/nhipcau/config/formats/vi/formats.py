"""Vietnamese days and numbers as offices write them: 04/03/2020, not 04-03-2020; 50.000.000."""

# Django's own has the day with a capital letter after the hour.
DATETIME_FORMAT = r"H:i, \n\gà\y j/n/Y"
SHORT_DATE_FORMAT = "d/m/Y"
SHORT_DATETIME_FORMAT = "H:i d/m/Y"

# Django's own would read 07/09/2015 as the ninth of July.
DATE_INPUT_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d/%m/%y", "%d-%m-%Y", "%d.%m.%Y"]
DATETIME_INPUT_FORMATS = ["%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%d/%m/%Y %H:%M", "%H:%M %d/%m/%Y"]

# Django's own names the dot and yet groups nothing.
NUMBER_GROUPING = 3
