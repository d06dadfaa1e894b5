@COD920
Feature: Payer of the claim is not stated
  Medicare's coverage and its rules for units bind Medicare. On a claim that does not say who pays, those edits would
  either deny what another payer covers or pass what Medicare will not pay: so they are not run, and the claim says so.

  Rule: The coverage code is "a code denoting Medicare coverage status" (HCPCS Contractor Record - 2026, field 16), and Medicare's claim rules are "for conducting Medicare business only" (CMS 837P companion guide, disclosure statement)

    Scenario: A claim that does not state its payer is not wholly checked
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | Q4257          | 4     | 2026-01-15      |
      When the claim is checked
      Then the claim has finding COD920
        | field            | value |
        | title            | Payer of the claim is not stated |
        | disposition      | not_checked |
        | message          | The claim does not state its payer, so these edits were not checked: COV010, COV020, COV030, COV040, COV050, COV060, COV070, COV080, COV090, MOD010, MOD020, MOD060, PAR010, PAR020, PAR040, PAR050, PAR060, SET010, SET015, SET020, SET040, UOS020, UOS030, UOS040, UOS050, UOS060, UOS080, UOS090 and UOS910. |
        | fix              | Say who pays: Medicare, a Medicare Advantage plan or another payer (payer_type in the claim, or --payer-type for all claims of the run). |
        | evidence         | payer_type=unknown |
        | remittance       | none |
        | code_set_release | none |
        | authority        | CMS Standard Companion Guide, Health Care Claim: Professional (837P), 005010X222A1, version 6.0 (2020), Disclosure statement and preface; HCPCS Contractor Record - 2026 (CMS RIF report, as of 11/12/2025), field 16, HCPCS Coverage Code; Rhode Island Medicare contractor (rimedicare.org), How To File Medicare Part B MSP Claims Electronically, loop 2000B, SBR09 (MB); loop 2320, SBR09 |
      And the findings are exactly:
        | line_number | edit_id | procedure_code | date_of_service |
        |             | COD920  |                |                 |

    Scenario: A claim that says that its payer is unknown is no better
      Given the payer is unknown
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        |             | COD920  | not_checked |

    Scenario Outline: A claim whose payer is <payer_type> is checked
      Given the payer is <payer_type>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | payer_type         |
        | medicare           |
        | medicare_advantage |
        | other              |

    Scenario Outline: The payer is asked for whatever the claim type: <claim_type>
      Given the claim type is <claim_type>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99213          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        |             | COD920  | not_checked |

      Examples:
        | claim_type    |
        | professional  |
        | institutional |
        | dme           |

    Scenario: The finding stands once a claim, not once a line, and never on a line
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 99213          | 1     | 2026-01-15      |
        | 99213          | 1     | 2026-01-16      |
        | 99213          | 1     | 2026-01-17      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        |             | COD920  | not_checked |
      And line 1 has no finding
      And line 2 has no finding
      And line 3 has no finding

    Scenario: Of several claims each answers for itself
      Given the claim:
        """
        [
          {"claim_id": "A", "payer_type": "medicare", "lines": [
            {"line_number": 1, "procedure_code": "99213", "units": 1, "date_of_service": "2026-01-15"}]},
          {"claim_id": "B", "lines": [
            {"line_number": 1, "procedure_code": "99213", "units": 1, "date_of_service": "2026-01-15"}]},
          {"claim_id": "C", "payer_type": "", "lines": [
            {"line_number": 1, "procedure_code": "99213", "units": 1, "date_of_service": "2026-01-15"}]}
        ]
        """
      When the claims are checked
      Then the findings are exactly:
        | claim_id | line_number | edit_id | disposition |
        | B        |             | COD920  | not_checked |
        | C        |             | COD920  | not_checked |

  Rule: What binds every payer is checked without knowing the payer, and Medicare's own edits are not

    Scenario: The edits of Medicare alone do not fire where the payer is not stated
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                     | coverage_code |
        | Q4449 | Example graft, per square centimeter | I             |
      And the claim lines:
        | procedure_code | modifiers | units | unit_of_measure | date_of_service |
        | Q4449          | GY GZ     | 4.5   | MJ              | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        |             | COD920  | not_checked |
        | 1           | UOS025  | advisory    |

    Scenario: The edits that bind every payer fire where the payer is not stated
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4257          |       | 2026-01-15      |
        | Q425           | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        |             | COD920  | not_checked        |
        | 1           | AOC010  | line_item_denial   |
        | 1           | UOS010  | return_to_provider |
        | 2           | COD005  | return_to_provider |
