-- What codes and modifiers are, once for each period in which nothing in the tables changes. Small, however many the
-- lines. $lines is the file of the claims, $reference the folder of the tables.

-- ---------------------------------------------------------------------------------------------- texts and lists
create macro short(x) as rtrim(rtrim(x::decimal(18, 3)::varchar, '0'), '.');
create macro listed(l) as case len(l) when 0 then null when 1 then l[1]
  else concat(array_to_string(l[1:-2], ', '), ' or ', l[-1]) end;
create macro folded(t) as lower(trim(regexp_replace(coalesce(t, ''), '\s+', ' ', 'g')));
create macro quarter_of(d) as year(d) * 4 + quarter(d) - 1;
create macro first_of(q) as (q || '-01')::date;

create view line as select file_row_number as row_number, * exclude (file_row_number)
  from read_parquet('$lines', file_row_number = true);
create table hcpcs as from '$reference/hcpcs.parquet';
create table modifier as from '$reference/modifier.parquet';
create table add_on as from '$reference/add_on.parquet';
create table mue as from '$reference/mue.parquet';
create table asc_list as from '$reference/asc_list.parquet';

-- ------------------------------------------------------- epochs: periods within which nothing in the tables changes
create table release as
  select row_number() over (order by release)::integer as release_no, release, first_of(release) as first_day
  from (select distinct release from hcpcs);
create table days as
  select least(min(date_of_service), min(date_of_service_end)) as first_day,
    greatest(max(date_of_service), max(date_of_service_end)) as last_day
  from line;
create table epoch as
with change as (
  select first_day as d from days union select first_day from release union select date '2026-01-01'
  union select unnest(generate_series(date_trunc('quarter', first_day), last_day, interval 3 month))::date from days
  union select unnest([effective, deleted + 1, add_on_deleted + 1, primary_deleted + 1]) from add_on
  union select unnest([added, terminated + 1]) from modifier
)
select row_number() over (order by d)::integer as epoch, d as first_day,
  coalesce(lead(d) over (order by d) - 1, days.last_day) as last_day,
  (select max(release_no) from release where release.first_day <= d) as release_no
from change, days where d between days.first_day and days.last_day;
set variable epochs = (select count(*)::integer + 1 from epoch);
create table calendar as
  select unnest(generate_series(first_day, last_day, interval 1 day))::date as day, epoch, last_day from epoch;

-- ----------------------------------------------------------------------------- what a code is, once for each epoch
create table record as
with text as (
  select *, folded(long_description) as long_text, folded(short_description) as short_text,
    regexp_extract(folded(long_description), 'list (?:separately )?in addition to(.*)', 1) as passage,
    regexp_matches(folded(long_description), 'list (separately )?in addition to') as says_add_on
  from hcpcs
)
select release_no, release, code, added, terminated, xref, says_add_on,
  coalesce(coverage, 'none') as coverage_code, coalesce(price, 'none') as pricing_indicator,
  coalesce(asc_group, 'none') as asc_payment_group, coalesce(asc_date, date '0001-01-01') as asc_effective_date,
  coalesce(statute, 'none') as statute, coalesce(listed(xref), 'none') as cross_references,
  coalesce(nullif(concat_ws('; ', 'Coverage Issues Manual ' || nullif(array_to_string(cim, ', '), ''),
    'Carriers Manual ' || nullif(array_to_string(mcm, ', '), '')), ''), 'none') as manual_references,
  len(cim) > 0 as has_coverage_issue,
  case when regexp_matches(long_text || '|' || short_text, 'per [0-9][0-9.,]* ?sq|per \.[0-9]+ ?sq') then 'other'
    when regexp_matches(long_text, 'per square cen(tim|itm)eter') or contains(short_text, 'per sq cm') then 'sq_cm'
    when contains(long_text, 'per cubic centimeter') then 'cubic_cm' else 'other' end as unit_basis,
  case when says_add_on then list_filter(
      regexp_extract_all(upper(split_part(passage, ')', 1)), '\b([A-Z][0-9]{4}|[0-9]{4}[0-9A-Z])\b', 1),
      lambda x: x <> code)
    else [] end as named_codes
from text join release using (release);

create table code as  -- 0 stands for none
select case when procedure_code is null then 0 else row_number() over (order by procedure_code) end::integer as code_no,
  procedure_code,
  case when procedure_code is null then 'malformed'
    when regexp_full_match(procedure_code, '[0-9]{4}[0-9AFMTU]') then 'cpt'
    when regexp_full_match(procedure_code, 'D[0-9]{4}') then 'cdt'
    when regexp_full_match(procedure_code, '[A-CE-V][0-9]{4}') then 'hcpcs_level_ii' else 'malformed' end as code_system
from (select distinct procedure_code from line);

create table add_on_in_force as
  select epoch, epoch.first_day, add_on.*
  from epoch join add_on on coalesce(effective <= first_day, true)
    and first_day <= least(coalesce(deleted, date '9999-12-31'), coalesce(add_on_deleted, date '9999-12-31'),
      coalesce(primary_deleted, date '9999-12-31'));
create table add_on_held as select distinct epoch, add_on_code from add_on_in_force;
-- of several tables of add-on codes that speak for a day, the nearest quarter's counts
create table add_on_at as
with table_at as (
  select epoch, min(quarter) as quarter from epoch, (select distinct quarter from add_on)
  where first_of(quarter) + interval 3 month > first_day group by all
)
select epoch, add_on_code, list(distinct primary_code) filter (primary_code not in ('CCCCC', add_on_code)) as primaries,
  bool_or(edit_type <> 1) as is_open
from table_at join add_on_in_force using (epoch, quarter) group by all;
create table add_on_tables as
  select epoch, bool_or(first_of(quarter) + interval 3 month > first_day) as speaks
  from epoch, (select distinct quarter from add_on) group by all;

-- the table of unlikely units of the quarter, else the latest before, else the earliest
create table mue_at as
with of_quarter as (
  select epoch, service, quarter, quarter_of(first_of(quarter)) = quarter_of(first_day) as speaks,
    row_number() over (partition by epoch, service order by first_of(quarter) > first_day,
      case when first_of(quarter) <= first_day then - quarter_of(first_of(quarter))
        else quarter_of(first_of(quarter)) end) as place
  from epoch, (select distinct quarter, service from mue)
)
select epoch, code, service, quarter, speaks, units, indicator
from of_quarter join mue using (quarter, service) where place = 1;

create table asc_at as
  select epoch, code from epoch join asc_list on quarter_of(first_of(quarter)) = quarter_of(first_day) group by all;
create table asc_tables as
  select epoch,
    count(distinct addendum) filter (quarter_of(first_of(quarter)) = quarter_of(first_day)) = 2 as both_speak
  from epoch, (select distinct quarter, addendum from asc_list) group by all;

create table code_at as
with later as (
  select epoch, code, min(r.release_no) as release_no, arg_min(release, r.release_no) as release,
    arg_min(added, r.release_no) as added, arg_min(terminated, r.release_no) as terminated,
    arg_min(xref, r.release_no) as xref,
    arg_min(terminated, r.release_no) filter (terminated is not null) as first_terminated
  from epoch join record r on r.release_no > coalesce(epoch.release_no, 0) group by all
), looked_up as (
  select c.code_no, coalesce(c.procedure_code, '') as procedure_code, c.code_system, e.epoch, e.first_day, e.last_day,
    case when code_system <> 'hcpcs_level_ii' then 'out_of_scope' when r.code is not null then 'in_force'
      when l.code is not null then 'later_snapshot' when e.release_no is not null then 'not_in_release'
      else 'no_release' end as record_status,
    case record_status when 'in_force' then r.release when 'later_snapshot' then l.release
      when 'not_in_release' then f.release end as code_set_release,
    case when record_status in ('in_force', 'not_in_release')
      then quarter_of(e.first_day) - quarter_of(f.first_day) else 0 end as release_lag_quarters,
    coalesce(case record_status when 'in_force' then r.added when 'later_snapshot' then l.added end, date '0001-01-01')
      as code_added_date,
    coalesce(case record_status when 'in_force' then coalesce(r.terminated, l.first_terminated)
      when 'later_snapshot' then coalesce(l.terminated, l.first_terminated) end, date '9999-12-31') as termination_date,
    case record_status when 'in_force' then r.xref when 'later_snapshot' then l.xref else [] end as record_xref,
    coalesce(r.coverage_code, 'unknown') as coverage_code,
    coalesce(r.pricing_indicator, 'unknown') as pricing_indicator,
    coalesce(r.asc_payment_group, 'unknown') as asc_payment_group,
    coalesce(r.asc_effective_date, date '0001-01-01') as asc_effective_date, coalesce(r.statute, 'unknown') as statute,
    coalesce(r.cross_references, 'unknown') as cross_references,
    coalesce(r.manual_references, 'unknown') as manual_references,
    -- without a record the references are unknown, which is not none
    coalesce(r.has_coverage_issue, true) as has_coverage_issue,
    coalesce(r.unit_basis, 'unknown') as unit_basis, coalesce(r.says_add_on, false) as says_add_on,
    coalesce(r.named_codes, []) as named_codes
  from code c cross join epoch e
  left join release f on f.release_no = e.release_no
  left join record r on r.code = c.procedure_code and r.release_no = e.release_no and code_system = 'hcpcs_level_ii'
  left join later l on l.code = c.procedure_code and l.epoch = e.epoch and code_system = 'hcpcs_level_ii'
), products as (
  select *,
    unit_basis in ('sq_cm', 'cubic_cm')
      and (procedure_code between 'Q4100' and 'Q4449' or procedure_code between 'A2001' and 'A2049')
      or procedure_code in ('Q4100', 'A4100', 'C1849', 'C9349', 'C9358', 'C9360', 'C9363', 'Q4431', 'Q4432', 'Q4433')
      as is_graft,
    unit_basis = 'sq_cm' and (procedure_code between 'Q4100' and 'Q4449' or procedure_code between 'A2001' and 'A2049'
      or procedure_code in ('C1849', 'C9349', 'C9363')) as is_skin_substitute,
    unit_basis = 'other' and procedure_code between 'Q4100' and 'Q4449' as is_injected,
    procedure_code in ('A4100', 'Q4431', 'Q4432', 'Q4433') or procedure_code = 'Q4100' and first_day < date '2026-01-01'
      as is_unlisted,
    code_system = 'hcpcs_level_ii' and procedure_code between 'A0021' and 'A0999' as is_ambulance,
    case substr(procedure_code, 1, 4) when '1527' then 'CPT' when 'C527' then 'C_code' end as family,
    case when family is not null and procedure_code[5] between '1' and '8' then procedure_code[5]::integer end as digit,
    case when digit is null then 'none' else family end as application_family,
    case when digit <= 4 then 'trunk_arms_legs' when digit > 4 then 'face_hands_feet' else 'none' end
      as application_sites,
    case when digit in (1, 2, 5, 6) then 'under_100' when digit is not null then 'from_100' else 'none' end
      as application_size,
    case when digit % 2 = 1 then 'first' when digit is not null then 'additional' else 'none' end as application_step,
    case when first_day < date '2026-01-01' then [] when procedure_code = 'Q4100' then ['Q4431', 'Q4432', 'Q4433']
      when application_family = 'C_code' then ['1527' || digit] else [] end as known_successors
  from looked_up
), add_ons as (
  select p.*, coalesce(listed(list_concat(record_xref,
      list_filter(known_successors, lambda x: not list_contains(record_xref, x)))), 'none') as successors,
    code_system <> 'malformed' and a.add_on_code is not null as is_in_table,
    case when code_system = 'malformed' or t.speaks is null then 'none' when is_in_table then 'speaks_lists'
      when t.speaks then 'speaks_silent'
      when o.add_on_code is not null
      then 'stale_lists' else 'stale_silent' end as add_on_table,
    case when is_in_table or says_add_on then 'add_on' when add_on_table = 'stale_lists' then 'unknown'
      when record_status <> 'in_force' and add_on_table <> 'speaks_silent' then 'unknown' else 'not_add_on' end
      as add_on_status,
    case when add_on_status <> 'add_on' then [] when is_in_table then coalesce(a.primaries, [])
      when len(named_codes) > 0 then list_distinct(named_codes)
      when is_graft then ['15271', '15273', '15275', '15277', '15777']
        || case when first_day < date '2026-01-01' then ['C5271', 'C5273', 'C5275', 'C5277'] else [] end
      else [] end as primaries,
    add_on_status = 'add_on' and case when is_in_table then a.is_open else len(named_codes) = 0 end as is_open
  from products p
  left join add_on_at a on a.epoch = p.epoch and a.add_on_code = p.procedure_code
  left join add_on_tables t on t.epoch = p.epoch
  left join add_on_held o on o.epoch = p.epoch and o.add_on_code = p.procedure_code
)
select a.* exclude (record_xref, known_successors, named_codes, family, digit),
  code_no * getvariable('epochs') + a.epoch as code_key,
  coalesce(listed(list_sort(primaries)), 'none') as primary_codes,
  case when code_system = 'malformed' then 'unknown' when s.code is not null then 'yes' when t.both_speak then 'no'
    else 'unknown' end as asc_listed,
  m1.units as practitioner_units, m1.indicator = 1 as practitioner_by_line, m1.speaks as practitioner_speaks,
  m1.quarter as practitioner_quarter,
  m2.units as outpatient_units, m2.indicator = 1 as outpatient_by_line, m2.speaks as outpatient_speaks,
  m2.quarter as outpatient_quarter,
  m3.units as dme_units, m3.indicator = 1 as dme_by_line, m3.speaks as dme_speaks, m3.quarter as dme_quarter,
  -- what the one pass over all lines looks at: the most units of which nothing is said; of some codes none
  code_system = 'malformed' or record_status not in ('in_force', 'out_of_scope') or release_lag_quarters > 0
    or coverage_code in ('I', 'M', 'S') or unit_basis = 'sq_cm' or is_graft or is_unlisted
    or application_family <> 'none' or procedure_code = '97602' or add_on_table = 'stale_lists'
    or code_added_date > first_day or termination_date < last_day as is_special,
  add_on_status = 'add_on' or application_family <> 'none' as asks_other_lines,
  case when is_special then -1 else coalesce(m1.units, 9999999) end::decimal(10, 3) as most_professional,
  case when is_special then -1 else coalesce(m2.units, 9999999) end::decimal(10, 3) as most_institutional,
  case when is_special then -1 else coalesce(m3.units, 9999999) end::decimal(10, 3) as most_dme
from add_ons a
left join asc_at s on s.epoch = a.epoch and s.code = a.procedure_code
left join asc_tables t on t.epoch = a.epoch
left join mue_at m1 on m1.epoch = a.epoch and m1.code = a.procedure_code and m1.service = 'practitioner'
  and code_system <> 'malformed'
left join mue_at m2 on m2.epoch = a.epoch and m2.code = a.procedure_code and m2.service = 'outpatient'
  and code_system <> 'malformed'
left join mue_at m3 on m3.epoch = a.epoch and m3.code = a.procedure_code and m3.service = 'dme'
  and code_system <> 'malformed';

-- -------------------------------------------------------------------- modifiers, once for each combination and epoch
create table modifier_state as
with billed as (
  select distinct unnest(string_split(modifiers, ' ')) as modifier from (select distinct modifiers from line)
), looked_up as (
  select b.modifier, e.epoch, e.first_day as day, e.release_no, m.modifier is not null as is_held, m.added,
    m.terminated, arg_min(l.terminated, r.release_no) filter (l.terminated is not null) as later_terminated,
    count(l.modifier) > 0 as is_held_later, arg_min(l.added, r.release_no) as added_later
  from billed b cross join epoch e
  left join release f on f.release_no = e.release_no
  left join modifier m on m.modifier = b.modifier and m.release = f.release
  left join (modifier l join release r using (release)) on l.modifier = b.modifier
    and r.release_no > coalesce(e.release_no, 0)
  where b.modifier[1] between 'A' and 'Z' group by all
)
select modifier, epoch,
  case when is_held then case when day < added or day > coalesce(terminated, later_terminated) then 'ended' end
    when release_no is null then null
    when is_held_later then case when day < added_later then 'unknown' end
    else 'unknown' end as state
from looked_up;
create table billed_modifiers as
  select modifiers as billed, row_number() over (order by modifiers)::integer as modifier_no
  from (select distinct modifiers from line where modifiers is not null);
create table modifier_at as
with combination as (
  select modifiers as billed, epoch, is_ambulance,
    list_filter(string_split(modifiers, ' ')[case when is_ambulance then 2 else 1 end:], lambda x: x <> '') as modifiers
  from (select billed as modifiers from billed_modifiers), (select epoch from epoch),
    (values (false), (true)) v(is_ambulance)
), stated as (
  select billed, c.epoch, is_ambulance,
    arg_min(u.modifier, u.place) filter (state = 'unknown') as unknown_modifier,
    arg_min(u.modifier, u.place) filter (state = 'ended') as ended_modifier
  from (select billed, epoch, is_ambulance, unnest(modifiers) as modifier, generate_subscripts(modifiers, 1) as place
    from combination) u join combination c using (billed, epoch, is_ambulance)
  join modifier_state s on s.modifier = u.modifier and s.epoch = c.epoch group by all
)
select (modifier_no * getvariable('epochs') + epoch) * 2 + is_ambulance::integer as modifier_key, modifier_no,
  is_ambulance, coalesce(nullif(array_to_string(modifiers, ' '), ''), 'none') as modifiers,
  array_to_string(list_sort(list_distinct(string_split(billed, ' '))), ' ') as modifier_set,
  coalesce(unknown_modifier, 'none') as unknown_modifier, coalesce(ended_modifier, 'none') as ended_modifier,
  list_contains(modifiers, 'GA') as ga, list_contains(modifiers, 'GX') as gx, list_contains(modifiers, 'GY') as gy,
  list_contains(modifiers, 'GZ') as gz, ga or gx or gy or gz as has_liability,
  list_has_any(modifiers, ['EY', 'GA', 'GL', 'GZ', 'KB', 'QL', 'TQ']) as against_gx,
  list_contains(modifiers, 'JW') as jw, list_contains(modifiers, 'JZ') as jz, list_contains(modifiers, '51') as m51,
  list_contains(modifiers, 'SG') as sg, list_has_any(modifiers, ['59', 'XE', 'XP', 'XS', 'XU']) as is_separate,
  list_has_any(modifiers, ['59', '76', '77', '91', 'XE', 'XP', 'XS', 'XU']) as is_distinct
from combination join billed_modifiers using (billed) left join stated using (billed, epoch, is_ambulance);
create table line_modifiers as
  select billed, modifier_no, bool_or(is_special and not is_ambulance) as if_plain,
    bool_or(is_special and is_ambulance) as if_ambulance
  from (select modifier_no, is_ambulance,
      has_liability or jw and jz or m51 or unknown_modifier <> 'none' or ended_modifier <> 'none' as is_special
    from modifier_at) join billed_modifiers using (modifier_no) group by all;
