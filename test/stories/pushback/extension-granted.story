# story: more time is granted, and the reminders move  tz: Europe/Berlin  now: 2026-11-20T10:00
> words only please
> more
> [I only need the words]
  < reply.family
> [A yes, or time to decide]
> [Ask for more time]
  < reply.company
> Acme
> no reason
> November 30
> skip
> skip
> Robin
> email
> formal
> [I sent it]
  < drafts.sent.ask-for-time
> [They answered]
> Dear Robin, no problem at all. We are happy to extend the deadline to Wednesday, 2 December. Kind regards, Ana
  < pushback.read-as ~ "They give you more time"
  < pushback.newDate ~ "the new day is Wednesday, December 2, 2026" [Yes]
> yes
  < pushback.end.extended
  < decide-by.date
  = o1:reply-by:24h 2026-12-01T09:00
  = o1:reply-by:day 2026-12-02T09:00
> skip
  < decide-by.end.none
