-- The whole catalogue by hand, behind hand_written_reference.sql: what is found on the lines, as bits of a number.
-- $COD005 and the like are one bit for each edit. Masks: $superseding, $superseded, $denials, $returns.

-- Text is looked up alone, which is fast where a column is dictionary-encoded; all else is joined on integers.
create macro keyed(lines) as table
  select l.* exclude (modifiers), k.epoch, k.last_day as epoch_ends,
    coalesce(c.code_no, 0) * getvariable('epochs') + k.epoch as code_key, m.modifier_no, m.if_plain, m.if_ambulance
  from query_table(lines) l join calendar k on k.day = l.date_of_service
  left join code c on c.procedure_code = l.procedure_code
  left join line_modifiers m on m.billed = l.modifiers;
create table code_limit as select code_key, most_professional, most_institutional, most_dme from code_at;

-- ------------------------------------------------------------- one pass over all lines: those to be looked at closer
create table special as
select l.* exclude (rendering_provider, charge, ndc, epoch_ends, if_plain, if_ambulance)
from keyed('line') l join code_limit c using (code_key)
where l.units > case l.claim_type when 'professional' then most_professional when 'dme' then most_dme
    else most_institutional end
  or l.units is null or l.units <= 0
  or l.date_of_service_end < l.date_of_service or l.date_of_service_end > l.epoch_ends
  or (l.if_plain or l.if_ambulance)
    and case when l.procedure_code between 'A0021' and 'A0999' then l.if_ambulance else l.if_plain end
  or l.place_of_service = '24' and (l.billing_taxonomy is null or l.billing_taxonomy = '261QA1903X'
    or l.modifier_no in (select modifier_no from modifier_at where sg));

-- ------------------------------------------------- claims that repeat a code on a day, or whose lines need each other
-- Two filters of 64 bits tell a claim whose keys all differ from most of those that repeat one; no key is kept.
create table asking_code as select distinct procedure_code from code_at where asks_other_lines;
create table claim_to_join as
select claim, count(*) <> bit_count(bit_or(one)) and count(*) <> bit_count(bit_or(other)) as repeats,
  bool_or(asks) as asks
from (
  select hash(claim_id) as claim, 1::ubigint << (key & 63) as one, 1::ubigint << (key >> 6 & 63) as other, asks
  from (select claim_id, hash(procedure_code, date_of_service, rendering_provider) as key,
      coalesce(procedure_code in (from asking_code), false) as asks from line)
) group by claim having repeats or asks;

create table repeated_key as
  select hash(claim_id, procedure_code, date_of_service, rendering_provider) as key from line
  where hash(claim_id) in (select claim from claim_to_join where repeats) group by key having count(*) > 1;
create view line_repeated as
  from line where hash(claim_id, procedure_code, date_of_service, rendering_provider) in (from repeated_key);
create table repeated as
select l.*, coalesce(m.modifier_set, '') as modifier_set,
  coalesce(m.is_distinct, false) as is_distinct, coalesce(m.jw, false) as jw, coalesce(m.jz, false) as jz,
  case when l.date_of_service = l.date_of_service_end and l.units > 0 then l.units else 0 end as counted,
  case l.claim_type when 'professional' then most_professional when 'dme' then most_dme
    else most_institutional end as most
from keyed('line_repeated') l
join (select code_key, is_ambulance, most_professional, most_institutional, most_dme from code_at) c using (code_key)
left join modifier_at m
  on m.modifier_key = (l.modifier_no * getvariable('epochs') + l.epoch) * 2 + c.is_ambulance::integer;
create table of_day as
with same as (
  select claim_id, code_key, date_of_service, rendering_provider, sum(counted) as units,
    count(*) filter (jw) as with_jw, count(*) filter (not jw) as without_jw
  from repeated group by all
), alike as (
  select claim_id, code_key, date_of_service, rendering_provider, date_of_service_end, units, charge, ndc, modifier_set,
    min(line_number) as line_number
  from repeated where procedure_code is not null and claim_type <> 'institutional' group by all having count(*) > 1
)
select r.row_number, s.units as units_of_day, s.with_jw > r.jw::integer as discarded,
  s.without_jw > (not r.jw)::integer as administered,
  case when r.is_distinct or a.line_number is null or a.line_number = r.line_number then 0 else a.line_number end
    as duplicate_of,
  duplicate_of > 0 or r.jz and discarded or units_of_day > r.most as is_special
from repeated r
join same s on s.claim_id = r.claim_id and s.code_key = r.code_key and s.date_of_service = r.date_of_service
  and s.rendering_provider is not distinct from r.rendering_provider
left join alike a on a.claim_id = r.claim_id and a.code_key = r.code_key and a.date_of_service = r.date_of_service
  and a.rendering_provider is not distinct from r.rendering_provider and a.date_of_service_end = r.date_of_service_end
  and a.units is not distinct from r.units and a.charge is not distinct from r.charge
  and a.ndc is not distinct from r.ndc and a.modifier_set = r.modifier_set;
insert into special by name
  select * exclude (modifier_set, is_distinct, jw, jz, counted, most, rendering_provider, charge, ndc, epoch_ends,
    if_plain, if_ambulance)
  from repeated
  where row_number in (select row_number from of_day where is_special)
    and row_number not in (select row_number from special);

-- --------------------------------------------------------------- lines of claims with add-on codes or applications
create view line_near as from line where hash(claim_id) in (select claim from claim_to_join where asks);
create table near as
select l.row_number, l.claim_id, l.line_number, l.procedure_code, l.date_of_service, l.date_of_service_end,
  l.rendering_provider, l.units, l.code_key, l.epoch, l.modifier_no, c.code_no, c.code_system, c.is_graft, c.is_open,
  c.is_add_on, c.is_application
from keyed('line_near') l
join (select code_key, code_no, code_system, is_graft, is_open, add_on_status = 'add_on' as is_add_on,
    application_family <> 'none' as is_application from code_at) c using (code_key);

create table wound as  -- the lines of claims that apply a skin substitute
select n.*, c.is_skin_substitute, c.is_injected, c.application_family, c.application_sites, c.application_size,
  c.application_step, coalesce(m.jw, false) as jw, case when n.units > 0 then n.units else 0 end as counted
from (from near where claim_id in (select claim_id from near where is_application)) n
join code_at c using (code_key)
left join modifier_at m
  on m.modifier_key = (n.modifier_no * getvariable('epochs') + n.epoch) * 2 + c.is_ambulance::integer;
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
  select claim_id, date_of_service, bool_or(is_graft) as has_graft,
    bool_or(application_family <> 'none') as has_application,
    coalesce(sum(counted) filter (is_skin_substitute and not jw and date_of_service = date_of_service_end), 0)
      as applied_sq_cm_day,
    count(*) filter (is_graft and not is_skin_substitute) as other_grafts, count(*) filter (is_injected) as injected
  from wound group by all
), larger as (
  select distinct claim_id, date_of_service, application_family, application_sites,
    coalesce(rendering_provider, '') as provider
  from wound where application_size = 'from_100'
)
select w.row_number, d.has_graft, d.has_application, d.applied_sq_cm_day,
  coalesce(a.area_lower_day, 0) as area_lower_day,
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
  c.code_added_date, c.termination_date, c.coverage_code, c.pricing_indicator, c.asc_payment_group,
  c.asc_effective_date,
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
  coalesce(d.units_of_day,
      case when l.date_of_service = l.date_of_service_end and l.units > 0 then l.units else 0 end)
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
join code_at c on c.code_key = l.code_key
left join calendar e on e.day = l.date_of_service_end and e.epoch <> l.epoch
left join code_at z on z.code_key = l.code_key - l.epoch + e.epoch
left join modifier_at m
  on m.modifier_key = (l.modifier_no * getvariable('epochs') + l.epoch) * 2 + c.is_ambulance::integer
left join of_day d on d.row_number = l.row_number
left join of_wound w on w.row_number = l.row_number
left join add_on_finding p on p.row_number = l.row_number;

-- ------------------------------------------------------------- all edits but those of primary procedures, as bits
create table hit as
select row_number, case when mask & $superseding <> 0 then mask & ~$superseded::bigint else mask end as mask from (
select row_number, 0::bigint
  | case when code_system = 'malformed' then $COD005 else 0 end
  | case when record_status = 'not_in_release' and release_lag_quarters = 0 then $COD010 else 0 end
  | case when record_status in ('in_force', 'later_snapshot') and date_of_service < code_added_date
      then $COD020 else 0 end
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
  | case when is_medicare and is_skin_substitute and not jw and area_lower_day > 0
      and applied_sq_cm_day <= area_lower_day
      and not other_graft and date_of_service >= date '2012-01-01' then $UOS060 else 0 end
  | case when application_size = 'under_100' and larger_area and not is_separate
      and date_of_service >= date '2012-01-01'
      then $UOS070 else 0 end
  | case when is_medicare and unit_basis = 'sq_cm' and unit_of_measure <> 'UN' then $UOS080 else 0 end
  | case when claim_type <> 'dme' and dme_item then $UOS090 else 0 end
  | case when is_stale_exceeded then $UOS910 else 0 end
  | case when is_medicare and claim_type = 'institutional' and bill_type = '13' and application_step = 'first'
      and not has_graft and date_of_service between date '2014-01-01' and date '2025-12-31' then $PAR010 else 0 end
  | case when is_medicare and application_step = 'first' and not has_graft and date_of_service >= date '2026-01-01'
      and (claim_type = 'institutional' and bill_type = '13'
        or claim_type = 'professional' and place_of_service in ('11', '12', '13', '14', '32', '33'))
      then $PAR020 else 0 end
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
  n.epoch, n.code_system, n.is_graft, n.is_open, n.is_add_on, coalesce(f.mask, 0) & $superseding <> 0 as is_superseded,
  case when coalesce(f.mask, 0) & $denials <> 0 then 0
    when coalesce(f.mask, 0) & $returns <> 0 then 1 else 2 end as base,
  case when is_add_on then 0 else base end as state
from near n left join hit f on f.row_number = n.row_number;

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
  else p.code_system = 'cpt' or p.code_system = 'hcpcs_level_ii'
    and p.procedure_code[1] in ('C', 'G', 'H', 'S', 'T') end
group by all;

create table add_on_line as
  select row_number, base, is_superseded, 0 as state, ''::varchar as primary_procedure, 0 as primary_line,
    b.line_number as beside
  from near_state left join procedure_beside b using (row_number) where is_add_on;
