# story: one sentence names the interview and the day to answer by; a quick yes, and the day is moved afterwards  tz: Europe/Berlin  now: 2026-11-20T10:00
> Acme invited me to an interview on 3 December at 2pm, they want an answer by 25 November
  < conversation.summary ~ "Interview: Thursday, December 3, 2026, 2:00 PM" ~ "Reply by: Wednesday, November 25, 2026"
  < invited.role
  = o1:reply-by:24h 2026-11-24T09:00
> [That's all I know]
  < invited.career
> sideways and I would gain something
  < invited.logistics
> unsure
  < invited.timing
> yes
  < invited.standing
> nothing
  < invited.readiness
> no
  < invited.flag
> none
  < invited.anyway
> none
  < assess.invited ~ "This points to asking before you answer" ~ "a question or another day might settle that"
  < invited.decision
> change the interview to 10 December at 9am
  < conversation.summary ~ "Interview: Thursday, December 10, 2026, 9:00 AM"
  < invited.decision ~ "Changed. Interview"
> change time to prepare to yes
  < invited.decision ~ "Changed. Time to prepare: Yes (before: No)."
> change place and life to it fits
  < assess.invited ~ "this points to going"
  < invited.decision
> go to the interview
  < going ~ "Confirm today, in one line, that you will come"
  = o1:reply-by:24h 2026-11-24T09:00
  = none o1:decided-not-sent:24h
> remind
  < reminders.list ~ "Tuesday, November 24, 2026"
