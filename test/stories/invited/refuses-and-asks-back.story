# story: refuses most questions, asks back, takes an answer back, and asks them for time  tz: America/New_York  now: 2026-11-20T10:00
> I'm invited to an interview at Hooli
  < conversation.summary ~ "Hooli"
  < invited.role
> why do you need that?
  < invited.role
> why
  < invited.steps.role.why
  < invited.role
> [That's all I know]
  < invited.career
> I don't want to answer
  < invited.logistics
> it does not work
  < invited.timing
> undo
  < invited.logistics ~ "Taken back: Place and life."
> rather not say
  < invited.timing
> skip
  < invited.standing
> will they be angry if I say no?
  < questions.bridges.text
  < invited.standing
> I may need them later
  < invited.readiness
> skip
  < invited.flag
> skip
  < invited.anyway
> skip
  < assess.invited ~ "You told me little so far, so I have no recommendation" ~ "no for now, perhaps later"
  < invited.decision [Checklist]
> [Checklist]
  < checklist ~ "Still open" ~ "You have looked for warnings"
  < invited.decision
> skip
  < invited.decision ~ "Without this one I can't help you well"
> more time
  < reply.until
> 25 November
  < reply.me ~ "Wednesday, November 25, 2026"
> Kim
  < reply.register
> brief
  < drafts.hold ~ "by Wednesday, November 25, 2026" ~ "Kim" [I sent it]
> [I sent it]
  < drafts.sent.hold ~ "I'll write to you before it"
  = o1:personal-deadline:24h 2026-11-24T09:00
  = o1:personal-deadline:at 2026-11-25T09:00
  = none o1:decided-not-sent:24h
@ 2026-11-24T10:00
  < reminders.personal-deadline [Look at it now]
> [Look at it now]
  < assess.invited ~ "no recommendation"
  < invited.decision
> [Decline the invitation]
  < invited.manner
> [No for now, perhaps later]
  < reply.reason
  = o1:decided-not-sent:24h 2026-11-25T10:00
! reply.channel
! ~ "Hooli, decided"
