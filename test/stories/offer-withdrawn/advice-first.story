# story: advice first, and no letter yet  tz: Europe/Berlin  now: 2026-11-20T10:00
> They rescinded the offer at Initech
  < offer-withdrawn.told
> in writing
> yes, not signed
> I have no job at present
> skip
  < offer-withdrawn.next
> lawyer first
  < offer-withdrawn.end.advice ~ "what you may claim and by when"
