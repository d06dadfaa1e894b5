-- What is found, with its words, sorted, to Parquet. Constants are looked up by position behind the sort.
insert into add_on_finding
  select row_number, primary_procedure, primary_line from add_on_line
  where not is_superseded and primary_procedure <> 'present';
create table add_on_hit as
  select * from special limit 0;
insert into add_on_hit by name
  select row_number, claim_id, line_number, procedure_code, date_of_service, date_of_service_end, modifier_no, code_key,
    epoch
  from near where row_number in (select row_number from add_on_finding);
create table fired as
  select $columns, mask from fact_of('special_hit') join hit using (row_number)
  union all
  select $columns, case primary_procedure when 'absent' then $AOC010 when 'not_payable' then $AOC020
    when 'other_date' then $AOC030 when 'adjacent_date' then $AOC035 when 'other_provider' then $AOC040
    when 'contractor_defined' then $AOC050 else $AOC055 end
  from fact_of('add_on_hit') where date_of_service >= date '2013-04-01';

set preserve_insertion_order = true;
create table finding as
select rule_no, claim_id, line_number::integer as line_number, nullif(procedure_code, 'none') as procedure_code,
  date_of_service, message, fix, evidence, nullif(code_set_release, 'none') as code_set_release, remittance_no,
  row_number + 1 as file_line
from ($each_rule)
union all
select $payer_unknown_no, claim_id, null, null, null, $payer_unknown_message, $payer_unknown_fix,
  map {'payer_type': 'unknown'}, null, 0, min(row_number) + 1
from line where payer_type = 'unknown' group by claim_id
order by claim_id, line_number nulls first, rule_no;

copy (
  select getvariable('edit_ids')[rule_no] as edit_id, getvariable('titles')[rule_no] as title, claim_id, line_number,
    procedure_code, date_of_service, getvariable('dispositions')[rule_no] as disposition, message,
    coalesce(fix, getvariable('fixes')[rule_no]) as fix, evidence, code_set_release,
    getvariable('citations')[rule_no] as citations,
    getvariable('remittances')[remittance_no] as remittance,
    {'file': '$lines', 'line': file_line::bigint, 'interchange': null::integer, 'transaction': null::integer,
     'segment': null::integer, 'element': null::integer, 'byte_offset': null::bigint, 'pointer': null::varchar}
     as location
  from finding
) to '$output' (format parquet, compression zstd);
