@COD030
Feature: Procedure code is no longer valid on the date of service
  An ended code is returned, and the service goes unpaid until it is billed under the code that took its place. On
  2026-01-01 this met the code for unlisted skin substitutes and the eight hospital codes for their low-cost
  application.

  Rule: The termination date is the "last date for which a procedure or modifier code may be used by Medicare providers" (HCPCS Contractor Record - 2026, field 29)

    Background:
      Given the payer is other

    Scenario: A code billed on the day after its last valid day is returned to the provider
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                         | termination_date |
        | Q4100 | Skin substitute, not otherwise specified | 2025-12-31       |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-01      |
        | Q4100          | 4     | 2026-01-01      |
      When the claim is checked
      Then line 2 has finding COD030
        | field            | value |
        | title            | Procedure code is no longer valid on the date of service |
        | disposition      | return_to_provider |
        | message          | Q4100 was last valid on 2025-12-31; the line runs to 2026-01-01. In its place: Q4431, Q4432 or Q4433. |
        | fix              | Bill the code that is valid on the date of service, such as Q4431, Q4432 or Q4433; if the line begins on or before 2025-12-31, split it there. |
        | evidence         | record_status=in_force, date_of_service=2026-01-01, termination_date=2025-12-31, claim_type=professional, date_of_service_end=2026-01-01 |
        | remittance       | CO 181 N56 |
        | code_set_release | 2026-01 |
        | authority        | HCPCS Contractor Record - 2026 (CMS RIF report, as of 11/12/2025), field 29, HCPCS Termination Date; 45 CFR 162.1000, General requirements (code sets), (a) Medical data code sets; HCPCS Contractor Record - 2026 (CMS RIF report, as of 11/12/2025), field 15, HCPCS Cross Reference Code |
      And the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | COD030  | return_to_provider |

    Scenario Outline: The termination date itself is still valid: <date_of_service>
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                         | termination_date |
        | Q4100 | Skin substitute, not otherwise specified | 2025-12-31       |
      And the claim lines:
        | procedure_code | units | date_of_service   |
        | Q4100          | 4     | <date_of_service> |
      When the claim is checked
      Then there are no findings

      Examples:
        | date_of_service |
        | 2025-12-30      |
        | 2025-12-31      |

    Scenario Outline: After the termination date the code stays ended: <date_of_service>
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                         | termination_date |
        | Q4100 | Skin substitute, not otherwise specified | 2025-12-31       |
      And the claim lines:
        | procedure_code | units | date_of_service   |
        | Q4100          | 4     | <date_of_service> |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD030  | return_to_provider |

      Examples:
        | date_of_service |
        | 2026-01-01      |
        | 2026-01-02      |
        | 2026-03-31      |

    Scenario: A code without a termination date does not end
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                       |
        | Q4226 | Myown skin, includes harvesting, per square centimeter |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4226          | 4     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario: An older record shows the end too, and says that it is old
      Given the partial release 2025-10 holds the code records:
        | code  | long_description                         | termination_date |
        | Q4100 | Skin substitute, not otherwise specified | 2025-12-31       |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4100          | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        | code_set_release |
        | 1           | COD030  | return_to_provider | 2025-10          |
        | 1           | COD910  | not_checked        | 2025-10          |

    Scenario: A later release shows the end of a code that has no record in force
      Given the partial release 2026-04 holds the code records:
        | code  | long_description                         | termination_date |
        | Q4100 | Skin substitute, not otherwise specified | 2025-12-31       |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4100          | 4     | 2025-12-31      |
        | Q4100          | 4     | 2026-01-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        | code_set_release |
        | 1           | COD900  | not_checked        | 2026-04          |
        | 2           | COD030  | return_to_provider | 2026-04          |
        | 2           | COD900  | not_checked        | 2026-04          |

    Scenario Outline: CMS ends codes retroactively: where the record in force has no end, a later release's end counts on <date_of_service>
      Given the partial release 2024-10 holds the code records:
        | code  | long_description                |
        | Q0222 | Injection, bebtelovimab, 175 mg |
      And the partial release 2025-01 holds the code records:
        | code  | long_description                | termination_date |
        | Q0222 | Injection, bebtelovimab, 175 mg | 2024-12-12       |
      And the claim lines:
        | procedure_code | units | date_of_service   |
        | Q0222          | 1     | <date_of_service> |
      When the claim is checked
      Then line 1 <outcome> COD030

      Examples:
        | date_of_service | outcome        |
        | 2024-12-12      | has no finding |
        | 2024-12-13      | has finding    |
        | 2024-12-31      | has finding    |

    Scenario: Where the record in force has an end of its own, it counts before that of a later release
      Given the partial release 2024-10 holds the code records:
        | code  | long_description                | termination_date |
        | Q0222 | Injection, bebtelovimab, 175 mg | 2024-11-30       |
      And the partial release 2025-01 holds the code records:
        | code  | long_description                | termination_date |
        | Q0222 | Injection, bebtelovimab, 175 mg | 2024-12-12       |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q0222          | 1     | 2024-11-30      |
        | Q0222          | 1     | 2024-12-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        | evidence                                                                                                                                 |
        | 2           | COD030  | return_to_provider | record_status=in_force, date_of_service=2024-12-01, termination_date=2024-11-30, claim_type=professional, date_of_service_end=2024-12-01 |

    Scenario: A code that CMS re-activates is valid again from the release that takes its end away
      Given the partial release 2025-07 holds the code records:
        | code  | long_description               | termination_date |
        | J0570 | Buprenorphine implant, 74.2 mg | 2025-06-30       |
      And the partial release 2025-10 holds the code records:
        | code  | long_description               | termination_date |
        | J0570 | Buprenorphine implant, 74.2 mg |                  |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | J0570          | 4     | 2025-09-30      |
        | J0570          | 4     | 2025-10-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD030  | return_to_provider |

    Scenario Outline: A code is ended whoever the payer is: <payer_type>
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                         | termination_date |
        | Q4100 | Skin substitute, not otherwise specified | 2025-12-31       |
      And the payer is <payer_type>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4100          | 4     | 2026-01-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD030  | return_to_provider |

      Examples:
        | payer_type         |
        | medicare           |
        | medicare_advantage |
        | other              |

  Rule: A line may not run past the last valid day, save on a DME claim, where rental spans run forward (practice; 45 CFR 162.1000(a) asks for the code valid on each day)

    Background:
      Given the payer is other

    Scenario Outline: A line of a <claim_type> claim from <date_of_service> to <date_of_service_end> <what>
      Given the partial release 2024-01 holds the code records:
        | code  | long_description                                            | termination_date |
        | E2300 | Wheelchair accessory, power seat elevation system, any type | 2024-03-31       |
      And the partial release 2024-04 holds the code records:
        | code  | long_description                                            | termination_date |
        | E2300 | Wheelchair accessory, power seat elevation system, any type | 2024-03-31       |
      And the claim type is <claim_type>
      And the claim lines:
        | procedure_code | units | date_of_service   | date_of_service_end   |
        | E2300          | 1     | <date_of_service> | <date_of_service_end> |
      When the claim is checked
      Then line 1 <outcome> COD030

      Examples:
        | claim_type    | date_of_service | date_of_service_end | what                                   | outcome        |
        | professional  | 2024-03-30      | 2024-03-31          | ends on the last valid day             | has no finding |
        | professional  | 2024-03-31      | 2024-04-01          | runs past the last valid day           | has finding    |
        | professional  | 2024-04-01      | 2024-04-01          | begins after the last valid day        | has finding    |
        | institutional | 2024-03-30      | 2024-03-31          | ends on the last valid day             | has no finding |
        | institutional | 2024-03-31      | 2024-04-01          | runs past the last valid day           | has finding    |
        | institutional | 2024-04-01      | 2024-04-01          | begins after the last valid day        | has finding    |
        | dme           | 2024-03-31      | 2024-04-29          | may run past the last valid day        | has no finding |
        | dme           | 2024-03-31      | 2024-04-01          | may run past it by one day             | has no finding |
        | dme           | 2024-04-01      | 2024-04-30          | may not begin after the last valid day | has finding    |

    Scenario: The message names both days of a line that runs past the last valid day
      Given the partial release 2024-01 holds the code records:
        | code  | long_description                                            | termination_date |
        | E2300 | Wheelchair accessory, power seat elevation system, any type | 2024-03-31       |
      And the claim lines:
        | procedure_code | units | date_of_service | date_of_service_end |
        | E2300          | 1     | 2024-03-31      | 2024-04-01          |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        | message                                                                       | fix                                                                                         |
        | 1           | COD030  | return_to_provider | E2300 was last valid on 2024-03-31; the line runs to 2024-04-01. | Bill the code that is valid on the date of service; if the line begins on or before 2024-03-31, split it there. |

  Rule: A cross reference points from an ended code to a valid one (HCPCS Contractor Record - 2026, field 15); where CMS gives none, a dated list of successors does

    Background:
      Given the payer is other

    Scenario: The message names the code that the record refers to
      Given the partial release 2025-07 holds the code records:
        | code  | long_description                                             | termination_date | cross_references |
        | C9173 | Injection, filgrastim-txid (nypozi), biosimilar, 1 microgram | 2025-06-30       | Q5148            |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | C9173          | 300   | 2025-07-01      |
      When the claim is checked
      Then line 1 has finding COD030
        | field   | value |
        | message | C9173 was last valid on 2025-06-30; the line runs to 2025-07-01. In its place: Q5148. |
        | fix     | Bill the code that is valid on the date of service, such as Q5148; if the line begins on or before 2025-06-30, split it there. |

    Scenario: The message names every code that the record refers to
      Given the partial release 2019-01 holds the code records:
        | code  | long_description                     | termination_date | cross_references |
        | C9744 | Ultrasound, abdominal, with contrast | 2018-12-31       | 76978 76979      |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | C9744          | 1     | 2019-01-01      |
      When the claim is checked
      Then line 1 has finding COD030
        | field   | value |
        | message | C9744 was last valid on 2018-12-31; the line runs to 2019-01-01. In its place: 76978 or 76979. |
        | fix     | Bill the code that is valid on the date of service, such as 76978 or 76979; if the line begins on or before 2018-12-31, split it there. |

    Scenario: Without a cross reference or a known successor the message names none
      Given the partial release 2024-07 holds the code records:
        | code  | long_description                                          | termination_date |
        | Q4210 | Axolotl graft or axolotl dualgraft, per square centimeter | 2024-06-30       |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4210          | 4     | 2024-07-01      |
      When the claim is checked
      Then line 1 has finding COD030
        | field   | value |
        | message | Q4210 was last valid on 2024-06-30; the line runs to 2024-07-01. |
        | fix     | Bill the code that is valid on the date of service; if the line begins on or before 2024-06-30, split it there. |

    Scenario Outline: In place of <code>, which ended with 2025, <successor> is billed
      Given the partial release 2026-01 holds the code records:
        | code   | long_description                              | termination_date |
        | <code> | Application of low cost skin substitute graft | 2025-12-31       |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2026-01-01      |
      When the claim is checked
      Then line 1 has finding COD030
        | field   | value |
        | message | <code> was last valid on 2025-12-31; the line runs to 2026-01-01. In its place: <successor>. |
        | fix     | Bill the code that is valid on the date of service, such as <successor>; if the line begins on or before 2025-12-31, split it there. |

      Examples:
        | code  | successor |
        | C5271 | 15271     |
        | C5272 | 15272     |
        | C5273 | 15273     |
        | C5274 | 15274     |
        | C5275 | 15275     |
        | C5276 | 15276     |
        | C5277 | 15277     |
        | C5278 | 15278     |

  Rule: Where the code itself is wrong, what else could be said of the line is left out; missing units are said too

    Background:
      Given the payer is medicare
      And the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                | coverage_code | termination_date |
        | Q4449 | Example graft, per square centimeter (add-on, list separately in addition to primary procedure) | I             | 2026-01-31       |

    Scenario: After its last valid day a code's coverage, units, modifiers and primary procedure are left out
      Given the claim lines:
        | procedure_code | units | unit_of_measure | date_of_service |
        | Q4449          | 1.5   | MJ              | 2026-02-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD030  | return_to_provider |

    Scenario: On its last valid day all of them are said
      Given the claim lines:
        | procedure_code | units | unit_of_measure | date_of_service |
        | Q4449          | 1.5   | MJ              | 2026-01-31      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | AOC010  | line_item_denial   |
        | 1           | COV010  | line_item_denial   |
        | 1           | UOS020  | return_to_provider |
        | 1           | UOS080  | return_to_provider |

    Scenario: Missing units are said beside an ended code
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | Q4449          |       | 2026-02-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD030  | return_to_provider |
        | 1           | UOS010  | return_to_provider |

  Rule: A successor is named from its own first day on (parameter successor_codes)

    Scenario Outline: On <day> the code to bill instead <what>
      Given the partial release 2025-10 holds the code records:
        | code  | long_description | termination_date |
        | C5271 | Application      | 2025-12-30       |
      And the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service |
        | C5271          | 1     | <day>           |
      When the claim is checked
      Then line 1 has finding COD030
        | fix | <fix> |

      Examples:
        | day        | what         | fix                                                                                                                              |
        | 2025-12-31 | is not named | Bill the code that is valid on the date of service; if the line begins on or before 2025-12-30, split it there.                  |
        | 2026-01-01 | is named     | Bill the code that is valid on the date of service, such as 15271; if the line begins on or before 2025-12-30, split it there. |
