# story: the list of reminders says exactly when it is quiet: nights, weekends, both or never  tz: Europe/Berlin  now: 2026-11-20T10:00
> I got an offer from Acme, they want an answer by November 27
> reminders
  < reminders.list ~ "I keep quiet from 18:00 to 09:00 and on weekends, except for dates that others set."
> settings
> [Change the weekends]
> [As on other days]
> reminders
  < reminders.list ~ "I keep quiet from 18:00 to 09:00, except for dates that others set."
> settings
> [Change the quiet hours]
> [none]
> reminders
  < reminders.list ~ "Times are in Europe/Berlin. There are no quiet hours at the moment."
> settings
> [Change the weekends]
> [Quiet]
> reminders
  < reminders.list ~ "I keep quiet on weekends, except for dates that others set."
