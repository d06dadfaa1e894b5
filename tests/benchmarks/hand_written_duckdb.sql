-- The whole catalogue by hand. $lines and $reference are files, the one of the claims and the folder of the tables;
-- $COD005 and the like are one bit for each edit. Masks: $superseding, $superseded, $denials, $returns.

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
create table calendar as
  select unnest(generate_series(first_day, last_day, interval 1 day))::date as day, epoch from epoch;

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
      regexp_extract_all(upper(split_part(passage, ')', 1)), '\b([A-Z][0-9]{4}|[0-9]{4}[0-9A-Z])\b', 1), lambda x: x <> code)
    else [] end as named_codes
from text join release using (release);

create table code as
select row_number() over ()::integer as code_no, coalesce(procedure_code, '') as procedure_code,
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
      case when first_of(quarter) <= first_day then - quarter_of(first_of(quarter)) else quarter_of(first_of(quarter)) end)
      as place
  from epoch, (select distinct quarter, service from mue)
)
select epoch, code, service, quarter, speaks, units, indicator
from of_quarter join mue using (quarter, service) where place = 1;

create table asc_at as
  select epoch, code from epoch join asc_list on quarter_of(first_of(quarter)) = quarter_of(first_day) group by all;
create table asc_tables as
  select epoch, count(distinct addendum) filter (quarter_of(first_of(quarter)) = quarter_of(first_day)) = 2 as both_speak
  from epoch, (select distinct quarter, addendum from asc_list) group by all;

create table code_at as
with later as (
  select epoch, code, min(r.release_no) as release_no, arg_min(release, r.release_no) as release,
    arg_min(added, r.release_no) as added, arg_min(terminated, r.release_no) as terminated,
    arg_min(xref, r.release_no) as xref,
    arg_min(terminated, r.release_no) filter (terminated is not null) as first_terminated
  from epoch join record r on r.release_no > coalesce(epoch.release_no, 0) group by all
), looked_up as (
  select c.code_no, c.procedure_code, c.code_system, e.epoch, e.first_day, e.last_day,
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
    coalesce(r.coverage_code, 'unknown') as coverage_code, coalesce(r.pricing_indicator, 'unknown') as pricing_indicator,
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
    case when digit <= 4 then 'trunk_arms_legs' when digit > 4 then 'face_hands_feet' else 'none' end as application_sites,
    case when digit in (1, 2, 5, 6) then 'under_100' when digit is not null then 'from_100' else 'none' end
      as application_size,
    case when digit % 2 = 1 then 'first' when digit is not null then 'additional' else 'none' end as application_step,
    case when first_day < date '2026-01-01' then [] when procedure_code = 'Q4100' then ['Q4431', 'Q4432', 'Q4433']
      when application_family = 'C_code' then ['1527' || digit] else [] end as known_successors
  from looked_up
), add_ons as (
  select p.*, coalesce(listed(list_concat(record_xref, list_filter(known_successors, lambda x: not list_contains(record_xref, x)))),
      'none') as successors,
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
  coalesce(listed(list_sort(primaries)), 'none') as primary_codes,
  case when code_system = 'malformed' then 'unknown' when s.code is not null then 'yes' when t.both_speak then 'no'
    else 'unknown' end as asc_listed,
  m1.units as practitioner_units, m1.indicator = 1 as practitioner_by_line, m1.speaks as practitioner_speaks,
  m1.quarter as practitioner_quarter,
  m2.units as outpatient_units, m2.indicator = 1 as outpatient_by_line, m2.speaks as outpatient_speaks,
  m2.quarter as outpatient_quarter,
  m3.units as dme_units, m3.indicator = 1 as dme_by_line, m3.speaks as dme_speaks, m3.quarter as dme_quarter,
  -- what the one pass over all lines looks at: a code of which something may have to be said whatever the line bills
  code_system = 'malformed' or record_status not in ('in_force', 'out_of_scope') or release_lag_quarters > 0
    or coverage_code in ('I', 'M', 'S') or unit_basis = 'sq_cm' or is_graft or is_unlisted
    or application_family <> 'none' or procedure_code = '97602' or add_on_table = 'stale_lists'
    or code_added_date > first_day or termination_date < last_day as is_special,
  add_on_status = 'add_on' or application_family <> 'none' as asks_other_lines,
  coalesce(m1.units, 9999999)::decimal(10, 3) as most_professional, coalesce(m2.units, 9999999)::decimal(10, 3) as most_institutional,
  coalesce(m3.units, 9999999)::decimal(10, 3) as most_dme
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
create table modifier_at as
with combination as (
  select modifiers as billed, epoch, is_ambulance,
    list_filter(string_split(modifiers, ' ')[case when is_ambulance then 2 else 1 end:], lambda x: x <> '') as modifiers
  from (select distinct modifiers from line where modifiers is not null), (select epoch from epoch),
    (values (false), (true)) v(is_ambulance)
), stated as (
  select billed, c.epoch, is_ambulance,
    arg_min(u.modifier, u.place) filter (state = 'unknown') as unknown_modifier,
    arg_min(u.modifier, u.place) filter (state = 'ended') as ended_modifier
  from (select billed, epoch, is_ambulance, unnest(modifiers) as modifier, generate_subscripts(modifiers, 1) as place
    from combination) u join combination c using (billed, epoch, is_ambulance)
  join modifier_state s on s.modifier = u.modifier and s.epoch = c.epoch group by all
)
select billed, epoch, is_ambulance, coalesce(nullif(array_to_string(modifiers, ' '), ''), 'none') as modifiers,
  array_to_string(list_sort(list_distinct(string_split(billed, ' '))), ' ') as modifier_set,
  coalesce(unknown_modifier, 'none') as unknown_modifier, coalesce(ended_modifier, 'none') as ended_modifier,
  list_contains(modifiers, 'GA') as ga, list_contains(modifiers, 'GX') as gx, list_contains(modifiers, 'GY') as gy,
  list_contains(modifiers, 'GZ') as gz, ga or gx or gy or gz as has_liability,
  list_has_any(modifiers, ['EY', 'GA', 'GL', 'GZ', 'KB', 'QL', 'TQ']) as against_gx,
  list_contains(modifiers, 'JW') as jw, list_contains(modifiers, 'JZ') as jz, list_contains(modifiers, '51') as m51,
  list_contains(modifiers, 'SG') as sg, list_has_any(modifiers, ['59', 'XE', 'XP', 'XS', 'XU']) as is_separate,
  list_has_any(modifiers, ['59', '76', '77', '91', 'XE', 'XP', 'XS', 'XU']) as is_distinct
from combination left join stated using (billed, epoch, is_ambulance);
create table special_modifiers as
  select billed, bool_or(is_special and not is_ambulance) as if_plain, bool_or(is_special and is_ambulance) as if_ambulance
  from (select billed, is_ambulance,
      has_liability or jw and jz or unknown_modifier <> 'none' or ended_modifier <> 'none' as is_special from modifier_at)
  group by billed having if_plain or if_ambulance;

-- ------------------------------------------------------------- one pass over all lines: those to be looked at closer
create table special as
select l.*, c.code_no, c.is_ambulance, k.epoch
from line l
join calendar k on k.day = l.date_of_service
join (select code_no, epoch, procedure_code, is_ambulance, is_special, termination_date, most_professional,
    most_institutional, most_dme, add_on_status = 'add_on' as is_add_on from code_at) c
  on c.procedure_code = coalesce(l.procedure_code, '') and c.epoch = k.epoch
left join special_modifiers m on m.billed = l.modifiers
where c.is_special or l.units is null or l.units <= 0
  or l.units > case l.claim_type when 'professional' then most_professional when 'institutional' then most_institutional
    else most_dme end
  or l.date_of_service_end < l.date_of_service or l.date_of_service_end > c.termination_date
  or l.place_of_service = '24' and (l.billing_taxonomy is null or l.billing_taxonomy = '261QA1903X'
    or contains(l.modifiers, 'SG'))
  or c.is_add_on and contains(l.modifiers, '51') or case when c.is_ambulance then m.if_ambulance else m.if_plain end;
insert into special
select l.*, c.code_no, c.is_ambulance, k.epoch
from line l join calendar k on k.day = l.date_of_service join calendar e on e.day = l.date_of_service_end
join code_at c on c.procedure_code = coalesce(l.procedure_code, '') and c.epoch = k.epoch
where l.date_of_service_end > l.date_of_service and e.epoch > k.epoch
  and l.row_number not in (select row_number from special);

-- ------------------------------------------------- claims that repeat a code on a day, or whose lines need each other
-- Two filters of 64 bits tell a claim whose keys all differ from most of those that repeat one; no key is kept.
create table claim_to_join as
select claim, count(*) <> bit_count(bit_or(one)) and count(*) <> bit_count(bit_or(other)) as repeats,
  bool_or(asks_other_lines) as asks
from (
  select hash(claim_id) as claim, 1::ubigint << (key & 63) as one, 1::ubigint << (key >> 6 & 63) as other,
    asks_other_lines
  from (select claim_id, hash(procedure_code, date_of_service, rendering_provider) as key,
      coalesce(procedure_code, '') as procedure_code from line)
  join (select procedure_code, bool_or(asks_other_lines) as asks_other_lines from code_at group by all)
    using (procedure_code)
) group by claim having repeats or asks;

create table repeated_key as
  select hash(claim_id, procedure_code, date_of_service, rendering_provider) as key from line
  where hash(claim_id) in (select claim from claim_to_join where repeats) group by key having count(*) > 1;
create table repeated as
select *, sum(counted) over same as billed_units_day,
  count(*) filter (jw) over same - jw::integer > 0 as discarded,
  count(*) filter (not jw) over same - (not jw)::integer > 0 as administered,
  case when claim_type = 'institutional' or procedure_code is null or is_distinct then 0
    else nullif(min(line_number) over alike, line_number) end as duplicate_of
from (
  select l.*, c.code_no, c.is_ambulance, k.epoch, coalesce(m.modifier_set, '') as modifier_set,
    coalesce(m.is_distinct, false) as is_distinct, coalesce(m.jw, false) as jw, coalesce(m.jz, false) as jz,
    case when l.date_of_service = l.date_of_service_end and l.units > 0 then l.units else 0 end as counted,
    case l.claim_type when 'professional' then most_professional when 'institutional' then most_institutional
      else most_dme end as most
  from line l
  join calendar k on k.day = l.date_of_service
  join (select code_no, epoch, procedure_code, is_ambulance, most_professional, most_institutional, most_dme
      from code_at) c
    on c.procedure_code = coalesce(l.procedure_code, '') and c.epoch = k.epoch
  left join modifier_at m on m.billed = l.modifiers and m.epoch = k.epoch and m.is_ambulance = c.is_ambulance
  where hash(l.claim_id, l.procedure_code, l.date_of_service, l.rendering_provider) in (from repeated_key)
) window same as (partition by claim_id, procedure_code, date_of_service, rendering_provider),
  alike as (partition by claim_id, procedure_code, date_of_service, rendering_provider, date_of_service_end, units, charge,
    ndc, modifier_set);
insert into special by name
select * exclude (modifier_set, is_distinct, jw, jz, counted, most, billed_units_day, discarded, administered, duplicate_of)
from repeated
where (duplicate_of > 0 or jz and discarded or billed_units_day > most)
  and row_number not in (select row_number from special);

-- --------------------------------------------------------------- lines of claims with add-on codes or applications
create table near as
select l.row_number, l.claim_id, l.line_number, l.procedure_code, l.date_of_service, l.date_of_service_end,
  l.rendering_provider, l.units, l.modifiers, c.code_no, c.epoch, c.is_ambulance
from line l
join calendar k on k.day = l.date_of_service
join (select code_no, epoch, procedure_code, is_ambulance from code_at) c
  on c.procedure_code = coalesce(l.procedure_code, '') and c.epoch = k.epoch
where hash(l.claim_id) in (select claim from claim_to_join where asks);

create table wound as  -- the lines of claims that apply a skin substitute
select n.*, c.is_graft, c.is_skin_substitute, c.is_injected, c.application_family, c.application_sites,
  c.application_size, c.application_step, coalesce(m.jw, false) as jw,
  case when n.units > 0 then n.units else 0 end as counted
from near n join code_at c on c.code_no = n.code_no and c.epoch = n.epoch
left join modifier_at m on m.billed = n.modifiers and m.epoch = n.epoch and m.is_ambulance = n.is_ambulance
where n.claim_id in (select claim_id from near join code_at using (code_no, epoch) where application_family <> 'none');
create table of_wound as
with scheme as (
  select claim_id, date_of_service, application_size,
    coalesce(sum(counted) filter (application_step = 'first'), 0) as first_units,
    coalesce(sum(counted) filter (application_step = 'additional'), 0) as more_units
  from wound where application_family <> 'none'
  group by claim_id, date_of_service, application_family, application_sites, application_size, rendering_provider
  having count(*) filter (application_step = 'first') > 0
), area as (
  select claim_id, date_of_service,
    sum(case application_size when 'under_100' then 25 else 100 end * more_units) as area_lower_day,
    sum(case application_size when 'under_100' then least(25 * (first_units + more_units), 100)
      else 100 * (first_units + more_units) end) as area_upper_day
  from scheme group by all
), of_date as (
  select claim_id, date_of_service, bool_or(is_graft) as has_graft, bool_or(application_family <> 'none') as has_application,
    coalesce(sum(counted) filter (is_skin_substitute and not jw and date_of_service = date_of_service_end), 0)
      as applied_sq_cm_day,
    count(*) filter (is_graft and not is_skin_substitute) as other_grafts, count(*) filter (is_injected) as injected
  from wound group by all
), larger as (
  select distinct claim_id, date_of_service, application_family, application_sites,
    coalesce(rendering_provider, '') as provider
  from wound where application_size = 'from_100'
)
select w.row_number, d.has_graft, d.has_application, d.applied_sq_cm_day, coalesce(a.area_lower_day, 0) as area_lower_day,
  coalesce(a.area_upper_day, 0) as area_upper_day,
  d.other_grafts - (w.is_graft and not w.is_skin_substitute)::integer > 0 as other_graft,
  d.injected - w.is_injected::integer > 0 as other_injected,
  w.application_size = 'under_100' and g.claim_id is not null as larger_area
from wound w join of_date d on d.claim_id = w.claim_id and d.date_of_service = w.date_of_service
left join area a on a.claim_id = w.claim_id and a.date_of_service = w.date_of_service
left join larger g on g.claim_id = w.claim_id and g.date_of_service = w.date_of_service
  and g.application_family = w.application_family and g.application_sites = w.application_sites
  and g.provider = coalesce(w.rendering_provider, '');

-- ---------------------------------------------------------------------------- all that is known of a special line
create table add_on_finding (row_number bigint, primary_procedure varchar, primary_line integer);
create macro fact_of(lines) as table
select l.row_number, l.claim_id, l.line_number, l.claim_type, l.payer_type,
  case when c.code_system = 'malformed' and not regexp_full_match(l.procedure_code, '[0-9A-Z]*[0-9][0-9A-Z]*')
      or length(l.procedure_code) > 7 and c.code_system = 'malformed' then 'none'
    else coalesce(l.procedure_code, 'none') end as procedure_code,
  l.date_of_service, l.date_of_service_end, coalesce(l.units, 0) as units, l.units is not null as is_stated,
  coalesce(l.unit_of_measure, 'UN') as unit_of_measure, coalesce(l.place_of_service, 'none') as place_of_service,
  coalesce(substr(l.type_of_bill, 1, 2), 'none') as bill_type, l.payer_type = 'medicare' as is_medicare,
  c.code_system, c.record_status, coalesce(c.code_set_release, 'none') as code_set_release, c.release_lag_quarters,
  c.code_added_date, c.termination_date, c.coverage_code, c.pricing_indicator, c.asc_payment_group, c.asc_effective_date,
  c.statute, c.cross_references, c.manual_references, c.has_coverage_issue, c.unit_basis, c.is_graft,
  c.is_skin_substitute, c.is_unlisted, c.is_ambulance, c.add_on_status, c.add_on_table, c.primary_codes, c.asc_listed,
  c.application_family, c.application_size, c.application_step,
  coalesce(z.successors, c.successors) as successors,
  case when z.code_no is null or c.record_status <> 'in_force' or z.record_status <> 'in_force' then 'none'
    when c.says_add_on <> z.says_add_on then 'add_on' when c.unit_basis <> z.unit_basis then 'unit_basis'
    when c.coverage_code <> z.coverage_code then 'coverage' else 'none' end as changed_in_span,
  coalesce(m.modifiers, 'none') as modifiers,
  case when l.procedure_code is null then 'none' else coalesce(m.unknown_modifier, 'none') end as unknown_modifier,
  case when l.procedure_code is null then 'none' else coalesce(m.ended_modifier, 'none') end as ended_modifier,
  coalesce(m.ga, false) as ga, coalesce(m.gx, false) as gx, coalesce(m.gy, false) as gy, coalesce(m.gz, false) as gz,
  coalesce(m.has_liability, false) as has_liability, coalesce(m.against_gx, false) as against_gx,
  coalesce(m.jw, false) as jw, coalesce(m.jz, false) as jz, coalesce(m.m51, false) as m51,
  coalesce(m.is_separate, false) as is_separate,
  case when l.billing_taxonomy = '261QA1903X' or m.sg then 'yes' when l.billing_taxonomy is not null then 'no'
    else 'unknown' end as asc_biller,
  coalesce(d.billed_units_day, case when l.date_of_service = l.date_of_service_end and l.units > 0 then l.units else 0 end)
    as billed_units_day,
  coalesce(d.duplicate_of, 0) as duplicate_of, coalesce(d.discarded, false) as discarded,
  coalesce(d.administered, false) as administered,
  coalesce(w.has_graft, false) as has_graft, coalesce(w.has_application, false) as has_application,
  coalesce(w.applied_sq_cm_day, 0) as applied_sq_cm_day, coalesce(w.area_lower_day, 0) as area_lower_day,
  coalesce(w.area_upper_day, 0) as area_upper_day, coalesce(w.other_graft, false) as other_graft,
  coalesce(w.other_injected, false) as other_injected, coalesce(w.larger_area, false) as larger_area,
  case l.claim_type when 'professional' then c.practitioner_units when 'institutional' then c.outpatient_units
    else c.dme_units end as own_limit,
  case l.claim_type when 'professional' then c.practitioner_by_line when 'institutional' then c.outpatient_by_line
    else c.dme_by_line end as by_line,
  case l.claim_type when 'professional' then c.practitioner_speaks when 'institutional' then c.outpatient_speaks
    else c.dme_speaks end as own_speaks,
  case l.claim_type when 'professional' then c.practitioner_quarter when 'institutional' then c.outpatient_quarter
    else c.dme_quarter end as own_quarter,
  is_medicare and own_limit = 0 and c.dme_speaks and c.dme_units > 0 as is_for_dme,
  is_medicare and own_limit is not null and not coalesce(is_for_dme, false)
    and l.date_of_service = l.date_of_service_end and not coalesce(m.gx or m.gy or m.gz, false)
    and (l.claim_type <> 'institutional' or bill_type in ('12', '13', '14', '85')) as is_limited,
  coalesce(is_for_dme and own_speaks, false) as dme_item,
  case when is_limited and own_speaks then case when by_line then 'line' else 'day' end else 'none' end as mue_basis,
  case when is_limited and own_speaks then own_limit else 0 end as mue_units,
  is_limited and not own_speaks and case when by_line then coalesce(l.units, 0) else billed_units_day end > own_limit
    as is_stale_exceeded,
  case when is_limited and not own_speaks then own_limit else 0 end as stale_mue_units,
  case when is_limited and not own_speaks then own_quarter else 'none' end as stale_mue_quarter,
  coalesce(p.primary_procedure, 'not_required') as primary_procedure, coalesce(p.primary_line, 0) as primary_line
from query_table(lines) l
join code_at c on c.code_no = l.code_no and c.epoch = l.epoch
left join calendar e on e.day = l.date_of_service_end and e.epoch <> l.epoch
left join code_at z on z.code_no = l.code_no and z.epoch = e.epoch
left join modifier_at m on m.billed = l.modifiers and m.epoch = l.epoch and m.is_ambulance = l.is_ambulance
left join repeated d on d.row_number = l.row_number
left join of_wound w on w.row_number = l.row_number
left join add_on_finding p on p.row_number = l.row_number;

-- ------------------------------------------------------------- all edits but those of primary procedures, as bits
create table hit as
select row_number, case when mask & $superseding <> 0 then mask & ~$superseded::bigint else mask end as mask from (
select row_number, 0::bigint
  | case when code_system = 'malformed' then $COD005 else 0 end
  | case when record_status = 'not_in_release' and release_lag_quarters = 0 then $COD010 else 0 end
  | case when record_status in ('in_force', 'later_snapshot') and date_of_service < code_added_date then $COD020 else 0 end
  | case when record_status in ('in_force', 'later_snapshot') and (date_of_service > termination_date
      or claim_type <> 'dme' and date_of_service_end > termination_date) then $COD030 else 0 end
  | case when date_of_service_end < date_of_service then $COD040 else 0 end
  | case when changed_in_span <> 'none' then $COD050 else 0 end
  | case when record_status in ('no_release', 'later_snapshot') then $COD900 else 0 end
  | case when record_status in ('in_force', 'not_in_release') and release_lag_quarters >= 1 then $COD910 else 0 end
  | case when add_on_status = 'add_on' and m51 then $AOC070 else 0 end
  | case when add_on_table = 'stale_lists' and add_on_status <> 'add_on' then $AOC900 else 0 end
  | case when not is_stated or units <= 0 then $UOS010 else 0 end
  | case when is_medicare and unit_basis = 'sq_cm' and units <> round(units) then $UOS020 else 0 end
  | case when not is_medicare and unit_basis = 'sq_cm' and units <> round(units) then $UOS025 else 0 end
  | case when mue_basis = 'line' and units > mue_units and date_of_service >= date '2007-01-01' then $UOS030 else 0 end
  | case when mue_basis = 'day' and billed_units_day > mue_units and date_of_service >= date '2013-04-01'
      then $UOS040 else 0 end
  | case when is_medicare and is_skin_substitute and not jw and area_upper_day > 0
      and applied_sq_cm_day > area_upper_day * 1.25 then
      case when date_of_service >= date '2026-01-01' then $UOS050_2
        when date_of_service >= date '2012-01-01' and claim_type <> 'institutional' then $UOS050_1 else 0 end else 0 end
  | case when is_medicare and is_skin_substitute and not jw and area_lower_day > 0 and applied_sq_cm_day <= area_lower_day
      and not other_graft and date_of_service >= date '2012-01-01' then $UOS060 else 0 end
  | case when application_size = 'under_100' and larger_area and not is_separate and date_of_service >= date '2012-01-01'
      then $UOS070 else 0 end
  | case when is_medicare and unit_basis = 'sq_cm' and unit_of_measure <> 'UN' then $UOS080 else 0 end
  | case when claim_type <> 'dme' and dme_item then $UOS090 else 0 end
  | case when is_stale_exceeded then $UOS910 else 0 end
  | case when is_medicare and claim_type = 'institutional' and bill_type = '13' and application_step = 'first'
      and not has_graft and date_of_service between date '2014-01-01' and date '2025-12-31' then $PAR010 else 0 end
  | case when is_medicare and application_step = 'first' and not has_graft and date_of_service >= date '2026-01-01'
      and (claim_type = 'institutional' and bill_type = '13'
        or claim_type = 'professional' and place_of_service in ('11', '12', '13', '14', '32', '33')) then $PAR020 else 0 end
  | case when is_medicare and application_family <> 'none' and not has_graft and other_injected then $PAR040 else 0 end
  | case when is_medicare and procedure_code = '97602' and has_application then $PAR050 else 0 end
  | case when is_medicare and is_unlisted then $PAR060 else 0 end
  | case when is_medicare and coverage_code = 'I' and not has_liability then $COV010 else 0 end
  | case when is_medicare and coverage_code = 'M' and not has_liability and procedure_code <> 'G0235'
      then $COV020 else 0 end
  | case when is_medicare and coverage_code = 'S' and not has_liability then $COV030 else 0 end
  | case when is_medicare and (coverage_code in ('I', 'M', 'S') and gy or gx and claim_type = 'institutional')
      then $COV040 else 0 end
  | case when is_medicare and coverage_code = 'S' and (ga or gz) then $COV050 else 0 end
  | case when is_medicare and (gz and (ga or gy) or gx and against_gx and date_of_service >= date '2010-04-01') then
      case when date_of_service >= date '2010-04-01' then $COV060_2 else $COV060_1 end else 0 end
  | case when is_medicare and coverage_code in ('C', 'D') and gy then $COV090 else 0 end
  | case when is_medicare and place_of_service = '24' and asc_biller = 'yes' and asc_listed = 'no'
      and date_of_service >= date '2008-01-01' then $SET010 else 0 end
  | case when is_medicare and place_of_service = '24' and asc_biller <> 'no' and asc_listed = 'unknown'
      and asc_payment_group = 'none' and date_of_service >= date '2008-01-01' then $SET015 else 0 end
  | case when is_medicare and place_of_service = '24' and asc_biller <> 'no' and asc_payment_group = 'YY'
      and date_of_service < asc_effective_date and date_of_service >= date '2008-01-01' then $SET020 else 0 end
  | case when is_medicare and claim_type = 'professional' and asc_biller = 'no' and is_graft
      and place_of_service in ('19', '21', '22', '23') and date_of_service >= date '2026-01-01' then $SET040 else 0 end
  | case when is_medicare and is_skin_substitute and pricing_indicator not in ('51', 'unknown') and (jw or jz)
      and date_of_service >= date '2026-01-01' then $MOD010 else 0 end
  | case when is_medicare and claim_type = 'professional' and is_skin_substitute and pricing_indicator = '51'
      and not jw and not jz and not discarded and date_of_service between date '2023-07-01' and date '2025-12-31'
      then $MOD020 else 0 end
  | case when jz and (jw or discarded) and date_of_service >= date '2023-01-01' then $MOD030 else 0 end
  | case when unknown_modifier <> 'none' and not is_ambulance then $MOD040 else 0 end
  | case when ended_modifier <> 'none' and not is_ambulance then $MOD050 else 0 end
  | case when is_medicare and is_skin_substitute and jw and not administered
      and date_of_service between date '2017-01-01' and date '2025-12-31' then $MOD060 else 0 end
  | case when duplicate_of > 0 then $DUP010 else 0 end as mask
from fact_of('special')) where mask <> 0;
create table special_hit as from special where row_number in (select row_number from hit);

-- --------------------------------------------------------------------------- add-on codes and their primaries
-- 0 not payable, 1 to be corrected, 2 payable; add-on lines begin as not payable and only gain
create table near_state as
select n.row_number, n.claim_id, n.line_number, n.procedure_code, n.date_of_service, n.rendering_provider, n.code_no,
  n.epoch, c.code_system, c.is_graft, c.is_open, c.add_on_status = 'add_on' as is_add_on,
  coalesce(f.mask, 0) & $superseding <> 0 as is_superseded,
  case when coalesce(f.mask, 0) & $denials <> 0 then 0 when coalesce(f.mask, 0) & $returns <> 0 then 1 else 2 end as base,
  case when is_add_on then 0 else base end as state
from near n join code_at c on c.code_no = n.code_no and c.epoch = n.epoch
left join hit f on f.row_number = n.row_number;

create table edge as
with pair as (
  select a.code_no, a.epoch, p.code_no as primary_no
  from (select code_no, epoch, unnest(primaries) as procedure_code from code_at where add_on_status = 'add_on') a
  join code p using (procedure_code)
)
select a.row_number, p.row_number as primary_row, p.line_number as primary_line, p.state,
  a.date_of_service = p.date_of_service as same_day,
  abs(a.date_of_service - p.date_of_service) = 1 as is_adjacent,
  coalesce(a.rendering_provider = p.rendering_provider, true) as same_provider
from (select * from near_state where is_add_on) a
join (select * from near_state where code_no in (select primary_no from pair)) p on p.claim_id = a.claim_id
where (a.code_no, a.epoch, p.code_no) in (from pair);

create table procedure_beside as  -- what may carry an add-on code whose primaries the contractor defines
select a.row_number, min(p.line_number) as line_number
from (select * from near_state where is_add_on and is_open) a
join near_state p on p.claim_id = a.claim_id and p.date_of_service = a.date_of_service
where not p.is_add_on and not p.is_graft and p.state > 0 and case when a.is_graft
  then p.code_system = 'cpt' and regexp_full_match(p.procedure_code, '[0-9]{5}')
    and p.procedure_code between '10004' and '69990'
  else p.code_system = 'cpt' or p.code_system = 'hcpcs_level_ii' and p.procedure_code[1] in ('C', 'G', 'H', 'S', 'T') end
group by all;

create table add_on_line as
  select row_number, base, is_superseded, 0 as state, ''::varchar as primary_procedure, 0 as primary_line,
    b.line_number as beside
  from near_state left join procedure_beside b using (row_number) where is_add_on;
