-- One round: what those add-on lines find ($asking) by the states of the others. The rounds end when no line gains.
create or replace table round as
with seen as (
  select row_number, min(primary_line) filter (same_day and same_provider and state = 2) as payable,
    min(primary_line) filter (same_day and same_provider and state = 1) as correctable,
    min(primary_line) filter (same_day and same_provider and state = 0) as denied,
    min(primary_line) filter (same_day and state = 2) as of_other,
    min(primary_line) filter (is_adjacent) as adjacent, min(primary_line) filter (not same_day) as other_date
  from edge group by all
)
select row_number, case when payable > 0 then 'present' when correctable > 0 then 'to_be_corrected'
    when beside > 0 then 'contractor_defined' when denied > 0 then 'not_payable' when of_other > 0 then 'other_provider'
    when adjacent > 0 then 'adjacent_date' when other_date > 0 then 'other_date' else 'absent' end as primary_procedure,
  coalesce(payable, correctable, beside, denied, of_other, adjacent, other_date, 0) as primary_line,
  case when not is_superseded and primary_procedure in ('absent', 'not_payable', 'other_date') then 0 else base end
    as state,
  a.state as state_before
from add_on_line a left join seen using (row_number)
where $asking;
update add_on_line as a
  set primary_procedure = r.primary_procedure, primary_line = r.primary_line, state = greatest(a.state, r.state)
  from round r where r.row_number = a.row_number;
create or replace table gained as
  select row_number, state from round where state > state_before and row_number in (select primary_row from edge);
update edge set state = g.state from gained g where g.row_number = edge.primary_row;
