# story: papers are filed, so advice comes first, with a day and an old note on law left out  tz: Europe/Zurich  now: 2027-12-20T10:00
> I said yes to Globex but I have cold feet
  < accepted.how
> in writing, not signed
  < accepted.move
> papers filed
  < accepted.contract
> skip
  < accepted.notice
> I have no job at present
  < accepted.why
> the visa
  < accepted.mends
> I don't know
  < accepted.sure
> I can't tell
  < assess.accepted ~ "Papers are filed or money is spent"
  < take-care ~ "older than a year"
  < accepted.decision
> get advice first
  < accepted.end.advice ~ "whom must I tell first"
  < decide-by.date
> tomorrow
  < decide-by.end.done
  = o1:personal-deadline:at 2027-12-21T09:00
! ~ "Speak to an immigration lawyer first, and then tell"
