# story: nothing lost but the offer, and nothing more wanted  tz: Europe/Berlin  now: 2026-11-20T10:00
> I got an offer from Acme, they want an answer by November 27
  = o1:reply-by:24h 2026-11-26T09:00
> pause
> more
> [They took the offer back]
  < menu.about.one ~ "A (Acme)"
  < offer-withdrawn.told
> written
> not yet
> no
  < offer-withdrawn.costs
> skip
  < offer-withdrawn.card ~ "Keep every message"
  < offer-withdrawn.next
> [Leave it there]
  < offer-withdrawn.end.leave
  = none o1:reply-by:24h
! take-care
! conversation.resume
