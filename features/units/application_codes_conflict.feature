@UOS070
Feature: Wounds of one site group are billed as under and over 100 square centimeters
  The application codes count the whole area of all wounds of a site group: under 100 square centimeters it is one pair
  of codes, from 100 on the other. Both on one day contradict each other, and the claim comes back.

  Rule: One pair of codes is for wounds that together are under 100 square centimeters, the other for 100 and over (texts of C5271-C5278, twins of 15271-15278; American College of Surgeons, Bulletin, February 2012)

    Scenario: A code for under 100 square centimeters beside one for 100 and over is returned
      Given the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | 15273          | 1     | 2026-01-15      |
      When the claim is checked
      Then line 1 has finding UOS070
        | field            | value |
        | title            | Wounds of one site group are billed as under and over 100 square centimeters |
        | disposition      | return_to_provider |
        | message          | 15271 is for wounds of under 100 square centimeters in all, but the claim also bills a code for 100 square centimeters and over, for the same group of body sites on 2026-01-15. |
        | fix              | Add up the areas of all wounds of the site group and bill the codes of the one size that the total gives; append 59 or an X modifier if 15271 belongs to a separate session. |
        | evidence         | application_size=under_100, larger_area=present, modifiers=none |
        | remittance       | CO 16 M51 |
        | code_set_release | none |
        | authority        | HCPCS Level II file, October 2025: C5271-C5278, twins of the CPT application codes, long descriptions: all wounds of the site group together under 100 square centimeters, or from 100 on; American College of Surgeons, Bulletin, February 2012, Coding for skin replacement surgery in 2012, introduction: measurement of the recipient area; new codes of 2012 |
      And the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS070  | return_to_provider |

    Scenario: The codes of one size pass
      Given the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | 15272          | 3     | 2026-01-15      |
        | 15277          | 1     | 2026-01-15      |
        | 15278          | 2     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: <code> beside <other>
      Given the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2026-01-15      |
        | <other>        | 1     | 2026-01-15      |
      When the claim is checked
      Then line 1 <outcome> UOS070
      And line 2 has no finding UOS070

      Examples: trunk, arms and legs
        | code  | other | outcome        |
        | 15271 | 15272 | has no finding |
        | 15271 | 15273 | has finding    |
        | 15271 | 15274 | has finding    |
        | 15272 | 15273 | has finding    |
        | 15272 | 15274 | has finding    |
        | 15273 | 15274 | has no finding |

      Examples: face, hands, feet and so on
        | code  | other | outcome        |
        | 15275 | 15276 | has no finding |
        | 15275 | 15277 | has finding    |
        | 15275 | 15278 | has finding    |
        | 15276 | 15277 | has finding    |
        | 15276 | 15278 | has finding    |
        | 15277 | 15278 | has no finding |

      Examples: two site groups are two areas
        | code  | other | outcome        |
        | 15271 | 15277 | has no finding |
        | 15271 | 15278 | has no finding |
        | 15272 | 15277 | has no finding |
        | 15275 | 15273 | has no finding |
        | 15275 | 15274 | has no finding |
        | 15276 | 15273 | has no finding |

      Examples: other procedures
        | code  | other | outcome        |
        | 15271 | 15777 | has no finding |
        | 15271 | 11042 | has no finding |
        | 15002 | 15273 | has no finding |

    Scenario: Every line for under 100 square centimeters is returned, wherever it stands
      Given the payer is other
      And the claim lines:
        | line_number | procedure_code | units | date_of_service |
        | 9           | 15271          | 1     | 2026-01-15      |
        | 5           | 15273          | 1     | 2026-01-15      |
        | 2           | 15272          | 2     | 2026-01-15      |
        | 7           | 15274          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | UOS070  | return_to_provider |
        | 9           | UOS070  | return_to_provider |

    Scenario Outline: Modifier <modifiers> on the line for under 100 square centimeters says that it is separate
      Given the payer is other
      And the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | 15271          | <modifiers> | 1     | 2026-01-15      |
        | 15273          |             | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | modifiers |
        | 59        |
        | XE        |
        | XP        |
        | XS        |
        | XU        |
        | RT, 59    |

    Scenario Outline: Modifier <modifiers> does not
      Given the payer is other
      And the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | 15271          | <modifiers> | 1     | 2026-01-15      |
        | 15273          |             | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS070  | return_to_provider |

      Examples:
        | modifiers |
        | 51        |
        | 58        |
        | 76        |
        | 77        |
        | 91        |
        | RT        |
        | GZ        |

    Scenario: A modifier on the line for 100 square centimeters and over does not help, and each line needs its own
      Given the payer is other
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2026-01-15      |
        | 15272          | 59        | 1     | 2026-01-15      |
        | 15273          | 59        | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS070  | return_to_provider |

    Scenario Outline: Practitioners "<first>" and "<second>"
      Given the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | 15271          | 1     | 2026-01-15      | <first>            |
        | 15273          | 1     | 2026-01-15      | <second>           |
      When the claim is checked
      Then line 1 <outcome> UOS070

      Examples: a practitioner who is not named is the same only as another who is not
        | first | second | outcome        |
        | A     | A      | has finding    |
        | A     | B      | has no finding |
        | A     |        | has no finding |
        |       | B      | has no finding |
        |       |        | has finding    |

    Scenario: A line that names no practitioner has that of the claim
      Given the payer is other
      And the rendering provider is A
      And the claim lines:
        | procedure_code | units | date_of_service | rendering_provider |
        | 15271          | 1     | 2026-01-15      |                    |
        | 15273          | 1     | 2026-01-15      | A                  |
        | 15275          | 1     | 2026-01-15      |                    |
        | 15277          | 1     | 2026-01-15      | B                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS070  | return_to_provider |

    Scenario Outline: A code of 2026-01-15 and one of <day>
      Given the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service | date_of_service_end |
        | 15271          | 1     | 2026-01-15      | <end>               |
        | 15273          | 1     | <day>           |                     |
      When the claim is checked
      Then line 1 <outcome> UOS070

      Examples: of several days the first counts
        | day        | end        | outcome        |
        | 2026-01-14 |            | has no finding |
        | 2026-01-15 |            | has finding    |
        | 2026-01-16 |            | has no finding |
        | 2026-01-15 | 2026-01-16 | has finding    |
        | 2026-01-16 | 2026-01-16 | has no finding |

    Scenario Outline: Units that are "<units>" change nothing
      Given the payer is other
      And the claim lines:
        | procedure_code | units   | date_of_service |
        | 15271          | 1       | 2026-01-15      |
        | 15273          | <units> | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS070  | return_to_provider |
        | 2           | UOS010  | return_to_provider |

      Examples:
        | units |
        |       |
        | 0     |

    Scenario: Two claims do not contradict each other
      Given the claim:
        """
        [
          {"claim_id": "A", "payer_type": "other", "patient_id": "P1", "rendering_provider": "X", "lines": [
            {"line_number": 1, "procedure_code": "15271", "units": 1, "date_of_service": "2026-01-15"}]},
          {"claim_id": "B", "payer_type": "other", "patient_id": "P1", "rendering_provider": "X", "lines": [
            {"line_number": 1, "procedure_code": "15273", "units": 1, "date_of_service": "2026-01-15"}]}
        ]
        """
      When the claims are checked
      Then there are no findings

  Rule: The codes and what they measure are the same for every payer and claim type

    Scenario Outline: Payer <payer> on a <claim_type> claim
      Given the payer is <payer>
      And the claim type is <claim_type>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | 15273          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS070  | return_to_provider |

      Examples:
        | payer              | claim_type    |
        | medicare           | professional  |
        | medicare           | institutional |
        | medicare           | dme           |
        | medicare_advantage | professional  |
        | medicare_advantage | institutional |
        | other              | professional  |
        | other              | institutional |
        | other              | dme           |

    Scenario: A payer who is not stated returns them too
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | 15273          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        |             | COD920  | not_checked        |
        | 1           | UOS070  | return_to_provider |

    Scenario Outline: The codes are of 2012-01-01: <day>
      Given the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | <day>           |
        | 15273          | 1     | <day>           |
      When the claim is checked
      Then line 1 <outcome> UOS070

      Examples:
        | day        | outcome        |
        | 2011-12-31 | has no finding |
        | 2012-01-01 | has finding    |
        | 2025-12-31 | has finding    |
        | 2026-01-01 | has finding    |

  Rule: The hospital's codes for low cost products were a family of their own, until 2025-12-31 (HCPCS Level II, C5271-C5278)

    Background:
      Given the payer is other
      And the claim type is institutional
      And the partial release 2025-10 holds the code records:
        | code  |
        | C5271 |
        | C5272 |
        | C5273 |
        | C5274 |
        | C5275 |
        | C5276 |
        | C5277 |
        | C5278 |

    Scenario Outline: The hospital codes: <code> beside <other>
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2025-12-31      |
        | <other>        | 1     | 2025-12-31      |
      When the claim is checked
      Then line 1 <outcome> UOS070
      And line 2 has no finding

      Examples: within the family
        | code  | other | outcome        |
        | C5271 | C5272 | has no finding |
        | C5271 | C5273 | has finding    |
        | C5272 | C5274 | has finding    |
        | C5275 | C5277 | has finding    |
        | C5276 | C5278 | has finding    |
        | C5271 | C5277 | has no finding |

      Examples: across the families, as where two products of unlike cost were applied
        | code  | other | outcome        |
        | C5271 | 15273 | has no finding |
        | 15271 | C5273 | has no finding |
        | C5275 | 15277 | has no finding |
        | 15276 | C5278 | has no finding |

    Scenario Outline: On a line of a code that <what> only that is shown
      Given the partial release 2026-01 holds the code records:
        | code  | code_added_date | termination_date |
        | C5271 | <added>         | <ended>          |
        | C5273 |                 |                  |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | C5271          | 1     | 2026-01-15      |
        | C5273          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | <edit>  | return_to_provider |

      Examples:
        | what                 | added      | ended      | edit   |
        | ended the day before | 2014-01-01 | 2026-01-14 | COD030 |
        | ends on the day      | 2014-01-01 | 2026-01-15 | UOS070 |
        | begins on the day    | 2026-01-15 |            | UOS070 |
        | begins the day after | 2026-01-16 |            | COD020 |

    Scenario: A code that the complete release lacks is shown as unknown
      Given the complete release 2026-01 holds the code records:
        | code  |
        | C5273 |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | C5271          | 1     | 2026-01-15      |
        | C5273          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD010  | return_to_provider |

  Rule: What is returned is to be corrected, and what hangs on it with it

    Scenario: An additional code whose first is returned waits for the correction
      Given the payer is other
      And the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type |
        | 15272       | 15271        | 1         |
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 15271          |           | 1     | 2026-01-15      |
        | 15272          | 59        | 1     | 2026-01-15      |
        | 15273          |           | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS070  | return_to_provider |
        | 2           | AOC055  | advisory           |
