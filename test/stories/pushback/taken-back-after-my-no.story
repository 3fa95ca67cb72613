# story: the answer to a wish is that the offer is gone  tz: Europe/Berlin  now: 2026-11-20T10:00
> more
> [I only need the words]
> ask them for something
> ask for a change
> Acme
> skip
> no reason
> two days at home each week
> skip
> skip
> Robin
> email
> warm
> [I sent it]
  < drafts.sent.negotiate [They answered]
> [They answered]
> Dear Robin, after internal discussion we have decided to withdraw our offer. We wish you all the best. Ana
  < pushback.read-as ~ "They take the offer back"
  < assess.pushback ~ "the reason in writing"
  < pushback.next [Go through it with me]
> [Go through it with me]
  < offer-withdrawn.told
> in writing
> not yet
> no
> skip
  < offer-withdrawn.next
> leave it there
  < offer-withdrawn.end.leave
> list
  < menu.list ~ "A: Acme, taken back"
