# story: a counteroffer is only expected, and not wanted; the resignation stands, and the word is kept when the mind wavers  tz: Europe/Berlin  now: 2026-11-23T09:30
>
> [I have a counteroffer]
> Contoso
> I expect one
> culture or a manager
  < counteroffer.wanted
> no
  < counteroffer.newJob
> back
  < counteroffer.wanted ~ "So far: No"
> not sure
  < counteroffer.newJob ~ "Changed"
> undo
  < counteroffer.wanted
> no
  < counteroffer.newJob
> still open
  < counteroffer.newMove
> my permit hangs on my present job
  < counteroffer.limits
> skip
  < assess.counteroffer ~ "keeping to your resignation" ~ "only costs time" ~ "The new job is not signed" ~ "Your permit hangs on your present job"
  < counteroffer.decision
> decide later
  < decide-by.date
> Thursday
  < decide-by.end.done
  = o1:personal-deadline:24h 2026-11-25T09:00
! ~ "{{"
