# story: feedback from an interview, from a letter and from nowhere, and a typo in it  tz: Europe/Berlin  now: 2026-11-18T11:00
> I got some feedback from Globex: they liked my portfolio
  < feedback.company
> Globex
  < feedback.end.done
> feedback
  < menu.about.one ~ "A (Globex)"
  < feedback.feedback
> more examples of leading a taem
  < feedback.end.done
> edit "more examples of leading a taem": more examples of leading a team
  < conversation.edited.changed
  < feedback.end.done
> I have an offer from Initech, I must answer by 1 December
> [That's all I know]
> pause
> they gave me feedback about my talk
  < menu.about.which [A (Globex)] [B (Initech)] [It is about another one]
> Initech
  < feedback.feedback
> clear and calm
  < feedback.end.done
  < offer.goals
> stop
  < conversation.cancel
> [Stop it]
  < conversation.cancelled
> They asked me for feedback
  < conversation.not-understood
> export
> [Show it here]
  < export.piece
  < export.end
! ~ "taem\nmore"
