@COD020
Feature: Procedure code is not yet valid on the date of service
  A new code may be billed from its first day on, not before: a product that was applied in September is not paid
  under a code of October. The line comes back, and by the time it is corrected the filing limit may be near.

  Rule: "Use the applicable medical data code sets ... that are valid at the time the health care is furnished" (45 CFR 162.1000(a)); the record's code added date is read as the first valid day

    Background:
      Given the payer is other

    Scenario: A code billed on the day before it was added is returned to the provider
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2025-09-30      |
        | Q4390          | 4     | 2025-09-30      |
      When the claim is checked
      Then line 2 has finding COD020
        | field            | value |
        | title            | Procedure code is not yet valid on the date of service |
        | disposition      | return_to_provider |
        | message          | Q4390 is valid from 2025-10-01; the date of service is 2025-09-30. |
        | fix              | Bill the code that was valid on 2025-09-30, or correct the date of service. |
        | evidence         | record_status=later_snapshot, date_of_service=2025-09-30, code_added_date=2025-10-01 |
        | remittance       | CO 181 N56 |
        | code_set_release | 2026-01 |
        | authority        | 45 CFR 162.1000, General requirements (code sets), (a) Medical data code sets; HCPCS Contractor Record - 2026 (CMS RIF report, as of 11/12/2025), field 27, HCPCS Code Added Date; Noridian Medicare JF Part B, Denial Code Resolution, row 16 / M51, N56 |
      And the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | COD020  | return_to_provider |
        | 2           | COD900  | not_checked        |

    Scenario Outline: Of a code known from a later release, the first valid day is <what> on <date_of_service>
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service   |
        | Q4257          | 4     | <date_of_service> |
      When the claim is checked
      Then line 1 <outcome> COD020
      And line 1 has finding COD900

      Examples: Q4257 was added on 2022-04-01
        | date_of_service | what            | outcome        |
        | 2021-12-31      | not yet reached | has finding    |
        | 2022-03-31      | not yet reached | has finding    |
        | 2022-04-01      | reached         | has no finding |
        | 2022-04-02      | reached         | has no finding |
        | 2025-12-31      | reached         | has no finding |

    Scenario: A code added within the quarter of its release is not valid on the day before
      Given the partial release 2024-07 holds the code records:
        | code  | long_description                | code_added_date |
        | J0175 | Injection, donanemab-azbt, 2 mg | 2024-07-02      |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | J0175          | 350   | 2024-07-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        | evidence                                                                       | code_set_release |
        | 1           | COD020  | return_to_provider | record_status=in_force, date_of_service=2024-07-01, code_added_date=2024-07-02 | 2024-07          |

    Scenario Outline: A code is valid from the day it was added on: <date_of_service>
      Given the partial release 2024-07 holds the code records:
        | code  | long_description                | code_added_date |
        | J0175 | Injection, donanemab-azbt, 2 mg | 2024-07-02      |
      And the claim lines:
        | procedure_code | units | date_of_service   |
        | J0175          | 350   | <date_of_service> |
      When the claim is checked
      Then there are no findings

      Examples:
        | date_of_service |
        | 2024-07-02      |
        | 2024-07-03      |
        | 2024-09-30      |

    Scenario: A line that begins before the code was added is judged by its first day
      Given the partial release 2024-07 holds the code records:
        | code  | long_description                | code_added_date |
        | J0175 | Injection, donanemab-azbt, 2 mg | 2024-07-02      |
      And the claim lines:
        | procedure_code | units | date_of_service | date_of_service_end |
        | J0175          | 350   | 2024-07-01      | 2024-07-03          |
        | J0175          | 350   | 2024-07-02      | 2024-07-03          |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD020  | return_to_provider |

    Scenario: Of several later releases the earliest tells when the code was added
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                 | code_added_date |
        | Q4390 | Ascendion, per square centimeter | 2025-10-01      |
      And the partial release 2026-04 holds the code records:
        | code  | long_description                 | code_added_date |
        | Q4390 | Ascendion, per square centimeter | 2026-01-01      |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4390          | 4     | 2025-09-30      |
        | Q4390          | 4     | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD020  | return_to_provider |
        | 1           | COD900  | not_checked        |
        | 2           | COD900  | not_checked        |

    Scenario: The record in force tells when the code was added, whatever a later release says
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                 | code_added_date |
        | Q4390 | Ascendion, per square centimeter | 2025-10-01      |
      And the partial release 2026-01 holds the code records:
        | code  | long_description                 | code_added_date |
        | Q4390 | Ascendion, per square centimeter | 2026-01-01      |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4390          | 4     | 2025-12-31      |
      When the claim is checked
      Then there are no findings

    Scenario: A code whose record is not loaded is not called too early
      Given the bundled code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4398          | 4     | 2025-12-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COD900  | not_checked |

    Scenario Outline: A code is too early whatever the claim type: <claim_type>
      Given the bundled code records
      And the claim type is <claim_type>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4390          | 4     | 2025-09-30      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD020  | return_to_provider |
        | 1           | COD900  | not_checked        |

      Examples:
        | claim_type    |
        | professional  |
        | institutional |
        | dme           |

    Scenario Outline: A code is too early whoever the payer is: <payer_type>
      Given the bundled code records
      And the payer is <payer_type>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4390          | 4     | 2025-09-30      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD020  | return_to_provider |
        | 1           | COD900  | not_checked        |

      Examples:
        | payer_type         |
        | medicare           |
        | medicare_advantage |
        | other              |

  Rule: Where the code itself is wrong, what else could be said of the line is left out; missing units are said too

    Background:
      Given the payer is medicare
      And the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                | coverage_code | code_added_date |
        | Q4449 | Example graft, per square centimeter (add-on, list separately in addition to primary procedure) | S             | 2026-02-15      |

    Scenario: On the day before the code is valid, its coverage, units, modifiers and primary procedure are left out
      Given the claim lines:
        | procedure_code | modifiers | units | unit_of_measure | date_of_service |
        | Q4449          | GA GZ     | 1.5   | MJ              | 2026-02-14      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD020  | return_to_provider |

    Scenario: From its first valid day on, all of them are said
      Given the claim lines:
        | procedure_code | modifiers | units | unit_of_measure | date_of_service |
        | Q4449          | GA GZ     | 1.5   | MJ              | 2026-02-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | AOC010  | line_item_denial   |
        | 1           | COV050  | advisory           |
        | 1           | COV060  | return_to_provider |
        | 1           | UOS020  | return_to_provider |
        | 1           | UOS080  | return_to_provider |

    Scenario: Missing units are said beside a code that is not yet valid
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | Q4449          |       | 2026-02-14      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD020  | return_to_provider |
        | 1           | UOS010  | return_to_provider |
