# story: three reasons, a story and one action, kept and read again  tz: Europe/London  now: 2026-11-18T10:00
> I only need the words to decline an offer
> 1
> 1
> Acme
> skip
> growth
> skip
> skip
> Sam
> email
> formal
> [I sent it]
> not much
> skip
> not at all
> confidence
  < confidence.reason1
> I want to lead
  < confidence.reason2
> My evenings are mine
  < confidence.reason3
> skip
  < confidence.story
> Ten years in logistics.\nNow I build the tools for it.
  < confidence.action
> Call Priya by Friday
  < confidence ~ "About A" ~ "I want to lead" ~ "Now I build the tools for it." ~ "Call Priya by Friday"
  < confidence.end.done
> confidence
  < confidence ~ "My evenings are mine" [Write it anew]
> [Write it anew]
  < confidence.reason1
> It was right
> [That's all I know]
  < confidence.story
> skip
> skip
  < confidence ~ "It was right"
