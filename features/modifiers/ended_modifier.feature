@MOD050
Feature: Modifier is not valid on the date of service
  Modifiers begin and end like codes. One that was dropped last year, or is not in force yet, sends the line back.

  Rule: A claim bears modifiers that are valid when the service is furnished, from the added date to the termination date, the last valid day (45 CFR 162.1000(a); HCPCS Contractor Record - 2026, fields 27 and 29)

    Background:
      Given the complete release 2026-01 holds the code records:
        | code  | long_description                                              | code_added_date | termination_date |
        | A4649 | Surgical supply; miscellaneous                                | 2000-01-01      |                  |
        | GD    | Units of service exceeds medically unlikely edit value        | 2008-01-01      | 2026-02-10       |
        | QZ    | Service without medical direction by a physician              | 2026-01-20      |                  |
        | RT    | Right side                                                    | 1980-01-01      |                  |
      And the payer is other

    Scenario: A modifier is billed on the day after its last
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 99213          | GD        | 1     | 2026-02-11      |
      When the claim is checked
      Then line 1 has finding MOD050
        | field            | value |
        | title            | Modifier is not valid on the date of service |
        | disposition      | return_to_provider |
        | message          | The modifier GD on 99213 is not valid on 2026-02-11: its record had ended by then, or had not begun. |
        | fix              | Bill the modifier that was valid on 2026-02-11, or none; or correct the date of service. |
        | evidence         | ended_modifier=GD, procedure_code=99213 |
        | remittance       | CO 182 N823 |
        | code_set_release | none |
        | authority        | 45 CFR 162.1000, General requirements (code sets), (a) Medical data code sets; HCPCS Contractor Record - 2026 (CMS RIF report, as of 11/12/2025), fields 27 and 29, HCPCS Code Added Date, HCPCS Termination Date |
      And the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | MOD050  | return_to_provider |

    Scenario: A modifier that is valid passes
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 99213          | RT GD     | 1     | 2026-02-09      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: From the added date to the last valid day
      Given the claim lines:
        | procedure_code | modifiers  | units | date_of_service |
        | 99213          | <modifier> | 1     | <day>           |
      When the claim is checked
      Then line 1 <outcome> MOD050

      Examples:
        | modifier | day        | outcome        |
        | QZ       | 2026-01-19 | has finding    |
        | QZ       | 2026-01-20 | has no finding |
        | QZ       | 2026-01-21 | has no finding |
        | GD       | 2026-02-09 | has no finding |
        | GD       | 2026-02-10 | has no finding |
        | GD       | 2026-02-11 | has finding    |
        | RT       | 2026-03-31 | has no finding |

    Scenario Outline: The first modifier that is not valid is named, whatever its place
      Given the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | A4649          | <modifiers> | 1     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        | evidence                                        |
        | 1           | MOD050  | return_to_provider | ended_modifier=<named>, procedure_code=A4649 |

      Examples:
        | modifiers   | day        | named |
        | GD          | 2026-02-11 | GD    |
        | RT GD       | 2026-02-11 | GD    |
        | RT 59 QZ GD | 2026-02-11 | GD    |
        | GD QZ       | 2026-01-19 | QZ    |

    Scenario: An unknown modifier and an ended one on one line are two findings
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 99213          | GD ZZ     | 1     | 2026-02-11      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | MOD040  | return_to_provider |
        | 1           | MOD050  | return_to_provider |

    Scenario: Only the first day of a line that spans the end is looked at
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service | date_of_service_end |
        | A4649          | GD        | 1     | 2026-02-10      | 2026-02-11          |
        | A4649          | QZ        | 1     | 2026-01-19      | 2026-01-20          |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | MOD050  | return_to_provider |

    Scenario Outline: For payer <payer>, a <claim_type> claim and place of service <place> the code set is the same
      Given the payer is <payer>
      And the claim type is <claim_type>
      And the place of service is <place>
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 99213          | GD        | 1     | 2026-02-11      |
      When the claim is checked
      Then line 1 has finding MOD050

      Examples:
        | payer              | claim_type    | place |
        | medicare           | professional  | 11    |
        | medicare           | institutional | 22    |
        | medicare           | dme           | 12    |
        | medicare_advantage | professional  | 24    |
        | other              | professional  | 11    |
        | unknown            | professional  | 11    |

    Scenario: A revenue code without a procedure code is not judged by its modifiers
      Given the claim type is institutional
      And the claim lines:
        | revenue_code | modifiers | units | date_of_service |
        | 0250         | GD        | 1     | 2026-02-11      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: CPT's modifiers begin with a digit and are not looked up
      Given the claim lines:
        | procedure_code | modifiers  | units | date_of_service |
        | 99213          | <modifier> | 1     | 2026-02-11      |
      When the claim is checked
      Then there are no findings

      Examples:
        | modifier |
        | 25       |
        | 59       |
        | 1P       |

  Rule: Of an ambulance line the modifiers tell origin and destination (First Coast Service Options, Ambulance modifiers)

    Scenario Outline: <modifiers> on <code> are not looked up
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                          | code_added_date | termination_date |
        | A0021 | Ambulance service, outside state per mile | 1985-01-01      |                  |
        | A0427 | Ambulance service, als 1 - emergency      | 2001-01-01      |                  |
        | A0999 | Unlisted ambulance service                | 1985-01-01      |                  |
        | GD    | Units of service exceeds mue value        | 2008-01-01      | 2019-12-31       |
        | GH    | Diagnostic mammogram                      | 2000-01-01      | 2025-12-31       |
      And the payer is medicare
      And the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | <code>         | <modifiers> | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | code  | modifiers |
        | A0427 | RH        |
        | A0427 | GH        |
        | A0427 | RH GD     |
        | A0021 | GH        |
        | A0999 | GD        |

  Rule: The record in the release in force for the modifier decides, complete or partial; a later release can end it in retrospect (45 CFR 162.1000)

    Background:
      Given the payer is other

    Scenario Outline: A partial release that holds the modifier speaks of it
      Given the partial release 2026-01 holds the code records:
        | code | code_added_date | termination_date |
        | GD   | 2008-01-01      | 2026-02-10       |
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 99213          | GD        | 1     | <day>           |
      When the claim is checked
      Then line 1 <outcome> MOD050

      Examples:
        | day        | outcome        |
        | 2026-01-01 | has no finding |
        | 2026-02-10 | has no finding |
        | 2026-02-11 | has finding    |

    Scenario Outline: Before the release only a later one knows the modifier, which is in order
      Given the partial release 2026-01 holds the code records:
        | code | code_added_date | termination_date |
        | GD   | 2008-01-01      | 2026-02-10       |
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 99213          | GD        | 1     | <day>           |
      When the claim is checked
      Then MOD050 is not checked on line 1 because no release in force on <day> tells of modifier GD

      Examples:
        | day        |
        | 2007-12-31 |
        | 2025-12-31 |

    Scenario Outline: An end that a release knows holds in the quarters after it
      Given the complete release 2025-10 holds the code records:
        | code  | code_added_date | termination_date |
        | A4649 | 2000-01-01      |                  |
        | JG    | 2018-01-01      | 2025-12-31       |
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 99213          | JG        | 1     | <day>           |
      When the claim is checked
      Then line 1 <outcome> MOD050

      Examples:
        | day        | outcome        |
        | 2025-12-31 | has no finding |
        | 2026-01-01 | has finding    |
        | 2026-12-31 | has finding    |

    Scenario: A release that has dropped the modifier's record makes it unknown, not ended
      Given the complete release 2025-10 holds the code records:
        | code  | code_added_date | termination_date |
        | A4649 | 2000-01-01      |                  |
        | JG    | 2018-01-01      | 2025-12-31       |
      And the complete release 2026-01 holds the code records:
        | code  |
        | A4649 |
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 99213          | JG        | 1     | 2026-01-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | MOD040  | return_to_provider |

    Scenario Outline: A later release that gives an end to a record that had none counts
      Given the partial release 2025-10 holds the code records:
        | code | code_added_date |
        | JG   | 2018-01-01      |
      And the partial release 2026-01 holds the code records:
        | code | code_added_date | termination_date |
        | JG   | 2018-01-01      | 2025-11-30       |
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 99213          | JG        | 1     | <day>           |
      When the claim is checked
      Then line 1 <outcome> MOD050

      Examples:
        | day        | outcome        |
        | 2025-11-30 | has no finding |
        | 2025-12-01 | has finding    |
        | 2026-01-01 | has finding    |

    Scenario: Without a release nothing is said
      Given no code records
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 99213          | GD        | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

  Rule: The modifiers are not judged where the code itself was not valid (45 CFR 162.1000)

    Scenario Outline: What is wrong with the code comes first
      Given the complete release 2026-01 holds the code records:
        | code  | code_added_date | termination_date |
        | A4649 | 2026-01-10      | 2026-01-20       |
        | GD    | 2008-01-01      | 2019-12-31       |
      And the payer is other
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | <code>         | GD        | 1     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | <edit>  | return_to_provider |

      Examples:
        | code  | day        | edit   |
        | A4649 | 2026-01-09 | COD020 |
        | A4649 | 2026-01-10 | MOD050 |
        | A4649 | 2026-01-20 | MOD050 |
        | A4649 | 2026-01-21 | COD030 |
        | A4650 | 2026-01-15 | COD010 |
        | A465  | 2026-01-15 | COD005 |
