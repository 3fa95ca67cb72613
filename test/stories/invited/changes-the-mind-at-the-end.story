# story: says no, corrects an answer behind it, goes after all, and then says no again  tz: Europe/London  now: 2026-11-20T09:30
>
  < menu.text [I'm invited to an interview]
> [I'm invited to an interview]
  < invited.company
> Initech
  < invited.role ~ "Noted: Initech."
> [That's all I know]
  < invited.career
> away from it
  < invited.logistics
> it does not work
  < invited.timing
> yes
  < invited.standing
> The recruiter is a friend
  < invited.readiness
> yes
  < invited.flag
> none
  < invited.anyway
> to know my worth
  < assess.invited ~ "a kind and prompt no" ~ "takes their time for something they can't get back" ~ "Going only for a better offer elsewhere is not"
  < invited.decision
> [Decline the invitation]
  < invited.manner
> change where it leads to sideways, and I would gain something
  < invited.manner ~ "Changed. Where it leads: Sideways, and I would gain something (before: Away from it)."
> change your decision to go to the interview
  < going ~ "Your timeline" ~ "Your interest" ~ "Confirm today, in one line" [I was there, and I'm in doubt]
  = none o1:decided-not-sent:24h
> menu
  < menu.text [Change my decision]
> [Change my decision]
  < conversation.summary ~ "Where it leads: Sideways, and I would gain something"
  < assess.invited ~ "this points to going" ~ "It shows what you are worth, and a yes is possible"
  < invited.decision
> decline the invitation
  < invited.manner
> In two sentences
  < invited.end.friend ~ "a call is the kinder way"
  < reply.reason
  = o1:decided-not-sent:24h 2026-11-21T09:30
> No reason
  < reply.me
> Sam
  < reply.channel [By email] [As a short message]
> As a short message
  < drafts.decline-invitation-short ~ "Sam" [I sent it] [Change my decision] [As an email]
> [Change my decision]
  < invited.decision
> later
  < decide-by.date
  = none o1:decided-not-sent:24h
> skip
  < decide-by.end.none
> menu
  < menu.text [Take up my decision]
! reply.appreciation
! reply.role
