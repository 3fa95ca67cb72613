# story: the interview is weeks away; a prompt no suggests a colleague, and a disrespectful process is named  tz: Europe/Berlin  now: 2026-11-20T16:00
> Umbrella Corp invited me to an interview on 15 January at 10am
  < conversation.summary ~ "Friday, January 15, 2027, 10:00 AM"
  < invited.role
> Lab technician
  < invited.deadline
> 24 November
  < invited.contact ~ "Tuesday, November 24, 2026"
  = o1:reply-by:24h 2026-11-23T09:00
> Ms Ito
  < invited.source
> [They wrote to me]
  < invited.contract
> [That's all I know]
  < invited.career
> closer
  < invited.logistics
> fine
  < invited.timing
> yes
  < invited.standing
> no
  < invited.readiness
> yes
  < invited.flag
> they were rude and unfair
  < invited.anyway
> people worth meeting
  < assess.invited ~ "They were disrespectful or unfair before you even met" ~ "There are weeks until the interview" ~ "I am no lawyer"
  < invited.decision
> say no
  < invited.manner
> suggest someone
  < reply.reason
> another direction
  < reply.colleague
> a former colleague with ten years in diagnostics
  < reply.appreciation
> skip
  < reply.me
> Jo Berg
  < reply.register
> formal
  < drafts.decline-invitation-referring ~ "a former colleague with ten years in diagnostics" ~ "once you both agree" [I sent it]
> [I sent it]
  < drafts.sent.decline-invitation-referring
  < stay-in-touch.interest
  = none o1:reply-by:24h
> not much
  < stay-in-touch.terms
> skip
  < stay-in-touch.months [In 3 months] [In 4 months] [In 6 months]
> list
  < menu.list ~ "A: Umbrella Corp, declined"
! reply.channel
