"""What holds of the facts of every line, whatever is billed and loaded: which facts cannot be found together.

Conditions over LineFact, in the language of edits. By them it is decided whether two conditions can differ at all. A
test holds each of them against facts of generated claims.
"""

ALWAYS = (
    # the record in force, and what is known without one
    "code_system = 'hcpcs_level_ii' or record_status = 'out_of_scope'",
    "code_system <> 'hcpcs_level_ii' or record_status <> 'out_of_scope'",
    "record_status = 'in_force' or coverage_code = 'unknown'",
    "record_status = 'in_force' or pricing_indicator = 'unknown'",
    "record_status <> 'in_force' or pricing_indicator <> 'unknown'",
    "record_status = 'in_force' or asc_payment_group = 'unknown'",
    "record_status = 'in_force' or asc_effective_date = '0001-01-01'",
    "record_status = 'in_force' or coverage_issues_references = 'unknown'",
    "record_status = 'in_force' or unit_basis = 'unknown'",
    "record_status <> 'in_force' or unit_basis <> 'unknown'",
    "record_status = 'in_force' or changed_in_span = 'none'",
    "record_status in ('in_force', 'later_snapshot') or code_added_date = '0001-01-01'",
    "record_status in ('in_force', 'later_snapshot') or termination_date = '9999-12-31'",
    "record_status in ('in_force', 'later_snapshot', 'not_in_release') or release_lag_quarters = 0",
    "release_lag_quarters >= 0",
    # what a code is
    "code_system <> 'malformed' or (graft_product = 'no' and application_family = 'none')",
    "code_system <> 'none' or (procedure_code = 'none' and graft_product = 'no' and application_family = 'none')",
    "application_family <> 'CPT' or code_system in ('cpt', 'hipps', 'other')",
    "application_family <> 'C_code' or code_system in ('hcpcs_level_ii', 'hipps', 'other')",
    "skin_substitute = 'no' or unit_basis = 'sq_cm'",
    "application_family <> 'none' or (application_size = 'none' and application_step = 'none')",
    "application_family = 'none' or (application_size <> 'none' and application_step <> 'none')",
    # the tables beside the code set
    "code_system in ('hcpcs_level_ii', 'cpt', 'cdt') or (asc_listed = 'unknown' and add_on_table = 'none')",
    "code_system in ('hcpcs_level_ii', 'cpt', 'cdt') or (mue_basis = 'none' and stale_mue = 'none')",
    "code_system in ('hcpcs_level_ii', 'cpt', 'cdt') or dme_item = 'no'",
    "code_system in ('hcpcs_level_ii', 'cpt', 'cdt') or add_on_status <> 'add_on'",
    "payer_type = 'medicare' or (mue_basis = 'none' and dme_item = 'no' and stale_mue = 'none')",
    "claim_type <> 'dme' or dme_item = 'no'",
    "mue_units >= 0",
    "add_on_table <> 'speaks_lists' or add_on_status = 'add_on'",
    "add_on_table <> 'stale_lists' or add_on_status <> 'not_add_on'",
    "primary_procedure = 'not_required' or add_on_status = 'add_on'",
    # the line as billed, and the claim's other lines
    "units_stated = 'yes' or units = 0",
    "duplicate_of >= 0",
    "graft_product = 'no' or graft_product_day = 'present'",
    "application_family = 'none' or application_procedure = 'present'",
    "area_lower_day >= 0 and area_upper_day >= 0 and applied_sq_cm_day >= 0 and billed_units_day >= 0",
)
