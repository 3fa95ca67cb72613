# story: decides later, comes back after three weeks, was at the interview meanwhile, and is in doubt  tz: Europe/Berlin  now: 2026-11-20T10:00
> Globex invited me to an interview on 8 December at 2pm
  < conversation.summary ~ "Tuesday, December 8, 2026, 2:00 PM"
  < invited.role
> Analyst
  < invited.deadline
> [That's all I know]
  < invited.career
> I can't tell yet
  < invited.logistics
> it fits
  < invited.timing
> perhaps
  < invited.standing
> nothing
  < invited.readiness
> I'd rather not say
  < invited.flag
> none of these
  < invited.anyway
> no
  < assess.invited ~ "this points to going"
  < invited.decision
> later
  < decide-by.date
> 27 November
  < decide-by.end.done
  = o1:personal-deadline:24h 2026-11-26T09:00
  = o1:personal-deadline:at 2026-11-27T09:00
> list
  < menu.list ~ "A: Globex, open"
@ 2026-12-11T10:00
  < reminders.personal-deadline [Look at it now]
  < reminders.personal-deadline
> hello
  < menu.text [Take up my decision]
> [Take up my decision]
  < conversation.summary ~ "Time to prepare: not said" ~ "Where it leads: I can't tell yet"
  < assess.invited ~ "The day you gave for the interview has passed"
  < invited.decision
> [Go to the interview]
  < going ~ "The day you gave has passed" [I was there, and I'm in doubt]
  = none o1:decided-not-sent:24h
> [I was there, and I'm in doubt]
  < interviewed.settled [No, I'm in doubt]
> [No, I'm in doubt]
  < interviewed.contract
! invited.company
! ~ "Analyst role is it"
