-- Staff correct a level with a reason. What they lower or close over raises nothing any more.
alter table reports
  add column correction_reason text constraint reports_correction_reason_check check (
    correction_reason in ('danger_is_nearer', 'more_at_risk', 'danger_is_over', 'not_meant',
      'handled_elsewhere', 'told_more', 'checked_with_people', 'other_knowledge', 'wrong_matter')
  ), -- why staff gave the level it has; null when the rules gave it
  add column judged_through integer constraint reports_judged_through_check
    check (judged_through >= 0), -- the last message that staff had before them when they lowered the level or closed; 0 is the story
  add column taken_round integer constraint reports_taken_round_check
    check (taken_round >= 0); -- calls of rounds before this one are overtaken, since somebody took it; null while it waits

-- What is closed has been judged, and what is in someone's hands has been called for.
update reports set judged_through =
  (select coalesce(max(number), 0) from messages where report_id = reports.id)
where status = 'closed';
update reports set taken_round = call_round where status = 'taken';
