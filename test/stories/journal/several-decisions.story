# story: wavers before anything went out, asks for a change, then accepts; the log keeps what was carried out  tz: Europe/Berlin  now: 2026-11-20T10:00
> I have an offer from Initech, I must answer by 1 December
> [That's all I know]
> forward
> fits
> nothing at the moment
> fit
> none
> pay
> yes
  < offer.decision
> accept
> cancel
> [Stop it]
> [Change my decision]
  < offer.decision
> negotiate
> what the market pays
> a base pay of 95k
> skip
> Ana
> Robin
> email
> warm
  < drafts.negotiate
> [I sent it]
> log
  < journal.log ~ "1 in all" ~ "under negotiation"
> Dear Robin, thank you for your patience with us. We can offer you 95,000 a year. Kind regards, Ana
  < pushback.meets
> yes
> yes
  < pushback.next
> [Go through it again with me]
> 8 December
> [That's all I know]
> nothing falls short
  < offer.decision
> accept
> skip
> email
  < drafts.accept-offer
> log
  < journal.log ~ "2 in all" ~ "under negotiation" ~ "accept" ~ "Asked for a change: yes"
> [I sent it]
> [More on A]
  < journal.entry ~ "under negotiation" ~ "95k"
  < journal.entry ~ "accepted"
