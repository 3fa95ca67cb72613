# story: where everything stands, what lies on the way, and back to what waits  tz: Europe/Berlin  now: 2026-11-20T16:00
> I got an offer from Acme, they want an answer by November 27
> home
  < overview ~ "A: offer in hand, open." ~ "Friday, November 27, 2026 (in 7 days)" ~ "There is no draft yet." [Go on with A] [My reminders] [What lies on the way] [Settings] [Help]
  < offer.role
> [What lies on the way]
  < overview.timeline ~ "Ahead" ~ "their date" ~ "reminder: the date you were given" [My reminders]
  < offer.role
> pause
  < conversation.paused
> dashboard
  < overview ~ "taking a break" [Go on with A]
> [Go on with A]
  < offer.role ~ "Back to your offer"
# The day has come: it is told as today, and what was is told apart from what comes.
@ 2026-11-28T10:00
> timeline
  < overview.timeline ~ "So far" ~ "yesterday"
! ~ "{{"
