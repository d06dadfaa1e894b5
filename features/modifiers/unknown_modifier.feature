@MOD040
Feature: Modifier is not in the code set
  A modifier that CMS never listed is most often a mistyped one. The line comes back, and what the modifier was to say
  is lost until it is corrected.

  Rule: A claim bears modifiers of the code set that is valid when the service is furnished (45 CFR 162.1000(a); HCPCS Contractor Record - 2026, field 2)

    Background:
      Given the complete release 2026-01 holds the code records:
        | code  | long_description                                    |
        | A4649 | Surgical supply; miscellaneous                      |
        | GA    | Waiver of liability statement on file               |
        | RT    | Right side                                          |
        | XS    | Separate structure                                  |
      And the payer is other

    Scenario: A modifier is billed that the complete release lacks
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 99213          | RY        | 1     | 2026-01-01      |
      When the claim is checked
      Then line 1 has finding MOD040
        | field            | value |
        | title            | Modifier is not in the code set |
        | disposition      | return_to_provider |
        | message          | The modifier RY on 99213 is not in the HCPCS release in force on 2026-01-01. |
        | fix              | Correct RY; look for mistyped or swapped characters. Where CMS has added it since that release, load the release of the quarter. |
        | evidence         | unknown_modifier=RY, procedure_code=99213 |
        | remittance       | CO 182 N823 |
        | code_set_release | none |
        | authority        | 45 CFR 162.1000, General requirements (code sets), (a) Medical data code sets; HCPCS Contractor Record - 2026 (CMS RIF report, as of 11/12/2025), field 2, HCPCS Modifier Code; record types 7 and 8; Noridian Medicare JF Part A, Modifiers, Ambulance Modifiers: origin and destination, though they may duplicate other modifiers; First Coast Service Options, Ambulance modifiers, paragraphs 1-3: two letters, reported first |
      And the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | MOD040  | return_to_provider |

    Scenario: Modifiers of the release pass
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 99213          | GA RT XS  | 1     | 2026-01-01      |
        | A4649          | RT        | 1     | 2026-01-01      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: The first unknown modifier is named, whatever its place
      Given the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | A4649          | <modifiers> | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        | evidence                                          |
        | 1           | MOD040  | return_to_provider | unknown_modifier=<named>, procedure_code=A4649 |

      Examples:
        | modifiers   | named |
        | RY          | RY    |
        | RT RY       | RY    |
        | RT 59 GA RY | RY    |
        | RY QQ       | RY    |
        | QQ RY       | QQ    |
        | RT Q0 RY    | Q0    |

    Scenario Outline: What begins with a digit is CPT's, and is never unknown
      Given the claim lines:
        | procedure_code | modifiers  | units | date_of_service |
        | 99213          | <modifier> | 1     | 2026-01-15      |
        | A4649          | <modifier> | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | modifier |
        | 25       |
        | 59       |
        | 1P       |
        | 8P       |
        | 00       |

    Scenario Outline: What begins with a letter is looked up, even where a digit follows
      Given the claim lines:
        | procedure_code | modifiers  | units | date_of_service |
        | 99213          | <modifier> | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | MOD040  | return_to_provider |

      Examples:
        | modifier |
        | P9       |
        | ZZ       |
        | A0       |

    Scenario: Each line is judged by itself
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 99213          | RY        | 1     | 2026-01-15      |
        | 99214          | RT        | 1     | 2026-01-15      |
        | A4649          | QQ        | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | MOD040  | return_to_provider |
        | 3           | MOD040  | return_to_provider |

    Scenario Outline: A small letter is a capital one
      Given the claim lines:
        | procedure_code | modifiers  | units | date_of_service |
        | 99213          | <modifier> | 1     | 2026-01-15      |
      When the claim is checked
      Then line 1 <outcome> MOD040

      Examples:
        | modifier | outcome        |
        | rt       | has no finding |
        | ry       | has finding    |

    Scenario Outline: For payer <payer>, a <claim_type> claim and place of service <place> the code set is the same
      Given the payer is <payer>
      And the claim type is <claim_type>
      And the place of service is <place>
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 99213          | RY        | 1     | 2026-01-15      |
      When the claim is checked
      Then line 1 has finding MOD040

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
        | 0250         | RY        | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: A line of another code system is judged by its modifiers
      Given the claim type is institutional
      And the claim lines:
        | revenue_code   | procedure_code | code_qualifier | modifiers | units | date_of_service |
        | <revenue_code> | <code>         | <qualifier>    | RY        | 1     | 2026-01-15      |
      When the claim is checked
      Then line 1 has finding MOD040

      Examples:
        | code  | qualifier | revenue_code |
        | D0120 |           | 0512         |
        | 1AA11 | HP        | 0023         |

  Rule: Of an ambulance line the modifiers tell origin and destination (First Coast Service Options, Ambulance modifiers)

    Background:
      Given the complete release 2026-01 holds the code records:
        | code  | long_description                                                      |
        | A0021 | Ambulance service, outside state per mile, transport (medicaid only)  |
        | A0427 | Ambulance service, advanced life support, emergency transport, level 1 (als 1 - emergency) |
        | A0999 | Unlisted ambulance service                                            |
        | A4206 | Syringe with needle, sterile, 1 cc or less, each                      |
        | GA    | Waiver of liability statement on file                                 |
        | QM    | Ambulance service provided under arrangement by a provider of services |
      And the payer is medicare

    Scenario Outline: <modifiers> on <code> are from one place to another, and what follows is not looked up
      Given the claim lines:
        | procedure_code | modifiers   | units | date_of_service |
        | <code>         | <modifiers> | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples: a residence to a hospital; with a real modifier behind it; with one that is none
        | code  | modifiers |
        | A0427 | RH        |
        | A0427 | RH QM     |
        | A0427 | RH QM GA  |
        | A0427 | RH ZZ     |
        | A0021 | SH        |
        | A0999 | HH        |

    Scenario: On any other line they are unknown modifiers
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A4206          | RH        | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | MOD040  | return_to_provider |

  Rule: Only a complete release proves a modifier unknown; the release in force for it is the latest that is complete or holds it (45 CFR 162.1000)

    Background:
      Given the payer is other

    Scenario: With partial releases alone nothing is said
      Given the partial release 2026-01 holds the code records:
        | code  |
        | A4649 |
        | RT    |
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A4649          | RT        | 1     | 2026-01-15      |
        | A4649          | RY        | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario: Without a release nothing is said
      Given no code records
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 99213          | RY        | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario: With the records that come with cleanclaim nothing is said
      Given the bundled code records
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 99213          | RY        | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario: Before the complete release the edit cannot be checked
      Given the complete release 2026-01 holds the code records:
        | code  |
        | A4649 |
        | RT    |
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 99213          | RY        | 1     | 2025-12-31      |
      When the claim is checked
      Then there are no findings
      And MOD040 is not checked on line 1 because no release in force on 2025-12-31 tells of modifier RY

    Scenario Outline: From its first day on the complete release decides
      Given the complete release 2026-01 holds the code records:
        | code  |
        | A4649 |
        | RT    |
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 99213          | RY        | 1     | <day>           |
      When the claim is checked
      Then line 1 has finding MOD040

      Examples: the first and the last day of its quarter
        | day        |
        | 2026-01-01 |
        | 2026-03-31 |

    Scenario Outline: A modifier that a partial release of a later quarter brings is unknown until it is added
      Given the complete release 2025-10 holds the code records:
        | code  |
        | A4649 |
        | RT    |
      And the partial release 2026-01 holds the code records:
        | code | code_added_date |
        | QZ   | 2026-01-01      |
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 99213          | QZ        | 1     | <day>           |
      When the claim is checked
      Then line 1 <outcome> MOD040

      Examples:
        | day        | outcome        |
        | 2025-12-31 | has finding    |
        | 2026-01-01 | has no finding |

    Scenario: Before the first complete release nothing is said, even where a later record dates the modifier
      # CMS's files date P1 from 2006-01-01; a sample claim of LinuxForHealth/x12 bears it in 2005.
      Given the complete release 2019-01 holds the code records:
        | code  | code_added_date |
        | A4649 | 2000-01-01      |
        | P1    | 2006-01-01      |
      And the claim lines:
        | procedure_code | modifiers | units | unit_of_measure | date_of_service |
        | 00142          | P1        | 61    | MJ              | 2005-01-12      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: A complete release that is older than the date still decides, for want of a later one
      # CMS may have added the modifier since; the known gaps of the edit say so.
      Given the complete release 2025-10 holds the code records:
        | code  |
        | A4649 |
        | RT    |
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A4649          | RT        | 1     | <day>           |
        | A4649          | QZ        | 1     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD910  | not_checked        |
        | 2           | COD910  | not_checked        |
        | 2           | MOD040  | return_to_provider |

      Examples:
        | day        |
        | 2026-01-01 |
        | 2026-12-31 |

    Scenario: A partial file of the quarter adds to the complete one
      Given the complete release 2026-01 holds the code records:
        | code  |
        | A4649 |
      And the partial release 2026-01 holds the code records:
        | code |
        | RT   |
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 99213          | RT        | 1     | 2026-01-15      |
        | 99213          | RY        | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | MOD040  | return_to_provider |

    Scenario Outline: Of two complete releases that of the day decides
      Given the complete release 2025-10 holds the code records:
        | code  | termination_date |
        | A4649 |                  |
        | QY    | 2025-12-31       |
      And the complete release 2026-01 holds the code records:
        | code  |
        | A4649 |
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 99213          | QY        | 1     | <day>           |
      When the claim is checked
      Then line 1 <outcome> MOD040

      Examples:
        | day        | outcome        |
        | 2025-12-31 | has no finding |
        | 2026-01-01 | has finding    |

  Rule: The modifiers are not judged where the code itself was not valid (45 CFR 162.1000)

    Scenario Outline: What is wrong with the code comes first
      Given the complete release 2026-01 holds the code records:
        | code  | code_added_date | termination_date |
        | A4649 | 2026-01-10      | 2026-01-20       |
      And the payer is other
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | <code>         | RY        | 1     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | <edit>  | return_to_provider |

      Examples:
        | code  | day        | edit   |
        | A4649 | 2026-01-09 | COD020 |
        | A4649 | 2026-01-10 | MOD040 |
        | A4649 | 2026-01-20 | MOD040 |
        | A4649 | 2026-01-21 | COD030 |
        | A4650 | 2026-01-15 | COD010 |
        | A465  | 2026-01-15 | COD005 |

  Rule: Ambulance services are the codes of the list, and no code beside them

    Scenario: The codes beside the first and the last are none, and all of their modifiers are looked up
      Given the complete release 2026-01 holds the code records:
        | code  |
        | A0020 |
        | A0021 |
        | A0999 |
        | A1000 |
      And the payer is other
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A0020          | RY        | 1     | 2026-01-15      |
        | A0021          | RY        | 1     | 2026-01-15      |
        | A0999          | RY        | 1     | 2026-01-15      |
        | A1000          | RY        | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | MOD040  | return_to_provider |
        | 4           | MOD040  | return_to_provider |
