# story: a no that is hard to say, in each of its ways  tz: Europe/Berlin  now: 2026-11-20T10:00
> I got an offer from Acme
> skip
> [That's all I know]
> away from it
> fits
> nothing at the moment
> mixed feelings
> nothing
> nothing falls short
  < offer.decision
> [Say no]
  < before-no.worry [I might need them later] [I know them personally] [It is a big chance, or not in writing] [I'm afraid of burning bridges] [A visa or a move is under way]
> it is a big chance
  < before-no.end.chance ~ "one quiet night"
  < decide-by.date
> tomorrow
  < decide-by.end.done
