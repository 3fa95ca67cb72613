# story: tone, manner, quiet hours and the rest, also with words that can't be read  tz: Europe/Berlin  now: 2026-11-20T10:00
> I got an offer from Acme, they want an answer by November 27 at 8:00
  < offer.role
> settings
  < settings ~ "Tone: I ask you with the next draft" ~ "18:00 to 09:00" ~ "Weekends: Quiet" ~ "Time zone: Europe/Berlin" [Change the tone] [Change the manner]
  < offer.role
> [Change the tone]
  < settings.register.ask [Formal]
> [Formal]
  < settings.done
  < settings ~ "Tone: Formal"
> [Change the manner]
  < settings.culture.ask
> [Continental Europe, more formal]
  < settings ~ "Continental Europe"
> [Change the quiet hours]
  < settings.quiet.ask [18:00 to 09:00] [none]
> whenever
  < settings.quiet.unread
> from 10pm to 6:30
  < settings ~ "22:00 to 06:30"
> [Change the quiet hours]
> [none]
  < settings ~ "Quiet hours: none"
> [Change the quiet hours]
> [20:00 to 08:00]
  < settings ~ "20:00 to 08:00"
> [Change the weekends]
> [As on other days]
  < settings ~ "Weekends: As on other days"
> [Change the notifications]
  < settings.discreet.ask
> [The first line of what I write]
  < settings ~ "The first line of what I write"
> [Change the notifications]
> [Only that I have written]
  < settings ~ "Only that I have written"
> [Change the time zone]
  < conversation.zone
> Europe/Lisbon
  < conversation.zone-set
> pause
> settings
  < settings ~ "Europe/Lisbon"
> [Change the weekends]
> [Quiet]
  < settings ~ "Weekends: Quiet"
