@COD010
Feature: Procedure code is not in the code set
  A code that CMS's complete file of the quarter does not hold is one that the payer's system does not hold either:
  the line comes back as unprocessable. Usually two digits changed places, or a code was taken from an old list.

  Rule: "Use the applicable medical data code sets ... that are valid at the time the health care is furnished" (45 CFR 162.1000(a))

    Background:
      Given the payer is other

    Scenario: A code that the complete release of the quarter lacks is returned to the provider
      Given the complete release 2026-01 holds the code records:
        | code  | long_description                                       |
        | Q4226 | Myown skin, includes harvesting, per square centimeter |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4752          | 4     | 2026-01-15      |
      When the claim is checked
      Then line 1 has finding COD010
        | field            | value |
        | title            | Procedure code is not in the code set |
        | disposition      | return_to_provider |
        | message          | Q4752 is not in HCPCS release 2026-01, which is in force on 2026-01-15. |
        | fix              | Correct the code; look for a mistyped character. |
        | evidence         | record_status=not_in_release, release_lag_quarters=0 |
        | remittance       | CO 16 M51 |
        | code_set_release | 2026-01 |
        | authority        | 45 CFR 162.1000, General requirements (code sets), (a) Medical data code sets; Noridian Medicare JF Part B, Denial Code Resolution, row 16 / M51, N56; HHS Administrative Simplification FAQ q0359 (medical code sets and dates of service), whole answer |
      And the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD010  | return_to_provider |

    Scenario: A code that the complete release of the quarter holds is not unknown
      Given the complete release 2026-01 holds the code records:
        | code  | long_description                                       |
        | Q4226 | Myown skin, includes harvesting, per square centimeter |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4226          | 4     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: The release speaks for its own quarter alone: <date_of_service> gives <edit_id>
      Given the complete release 2026-01 holds the code records:
        | code  |
        | Q4226 |
      And the claim lines:
        | procedure_code | units | date_of_service   |
        | Q4752          | 4     | <date_of_service> |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id   | disposition   |
        | 1           | <edit_id> | <disposition> |

      Examples: before its first day no release says anything, after its last day an older release proves nothing
        | date_of_service | edit_id | disposition        |
        | 2025-12-31      | COD900  | not_checked        |
        | 2026-01-01      | COD010  | return_to_provider |
        | 2026-03-31      | COD010  | return_to_provider |
        | 2026-04-01      | COD910  | not_checked        |

    Scenario: A partial release says nothing of the codes that it lacks
      Given the partial release 2026-01 holds the code records:
        | code  |
        | Q4226 |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4752          | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COD900  | not_checked |

    Scenario: A partial file added to a complete release adds its codes and leaves the release complete
      Given the complete release 2026-01 holds the code records:
        | code  |
        | Q4226 |
      And the partial release 2026-01 holds the code records:
        | code  |
        | Q4398 |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4226          | 4     | 2026-01-15      |
        | Q4398          | 4     | 2026-01-15      |
        | Q4752          | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 3           | COD010  | return_to_provider |

    Scenario: A later partial release does not take the place of the complete one for codes that it lacks
      Given the complete release 2025-10 holds the code records:
        | code  |
        | Q4226 |
      And the partial release 2026-01 holds the code records:
        | code  |
        | Q4398 |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4752          | 4     | 2025-12-31      |
        | Q4752          | 4     | 2026-01-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        | code_set_release |
        | 1           | COD010  | return_to_provider | 2025-10          |
        | 2           | COD910  | not_checked        | 2025-10          |

    Scenario: A code that has dropped out of the next complete release is unknown from that release's first day
      Given the complete release 2025-10 holds the code records:
        | code  |
        | Q4226 |
        | Q4106 |
      And the complete release 2026-01 holds the code records:
        | code  |
        | Q4226 |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4106          | 4     | 2025-12-31      |
        | Q4106          | 4     | 2026-01-01      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | COD010  | return_to_provider |

    Scenario: A code that a later loaded release holds is not unknown, for CMS adds codes retroactively
      Given the complete release 2024-04 holds the code records:
        | code  |
        | G0101 |
      And the partial release 2024-07 holds the code records:
        | code  | long_description                                                                                           | code_added_date |
        | G0567 | Infectious agent detection by nucleic acid (dna or rna); hepatitis c, screening, amplified probe technique | 2024-06-27      |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G0567          | 1     | 2024-06-28      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COD900  | not_checked |

    Scenario Outline: Codes of other code sets are not looked for in the HCPCS release: <code>
      Given the complete release 2026-01 holds the code records:
        | code  |
        | Q4226 |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | code  |
        | 15271 |
        | 0479T |
        | D7140 |

    Scenario Outline: An unknown code is returned whatever the claim type: <claim_type>
      Given the complete release 2026-01 holds the code records:
        | code  |
        | Q4226 |
      And the claim type is <claim_type>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4752          | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD010  | return_to_provider |

      Examples:
        | claim_type    |
        | professional  |
        | institutional |
        | dme           |

    Scenario Outline: An unknown code is returned whoever the payer is: <payer_type>
      Given the complete release 2026-01 holds the code records:
        | code  |
        | Q4226 |
      And the payer is <payer_type>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4752          | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD010  | return_to_provider |

      Examples:
        | payer_type         |
        | medicare           |
        | medicare_advantage |
        | other              |

  Rule: Where the code itself is wrong, what else could be said of the line is left out; missing units are said too

    Scenario: An unknown code leaves out the edits on liability modifiers
      Given the complete release 2026-01 holds the code records:
        | code  |
        | Q4226 |
      And the payer is medicare
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | Q4752          | GA GZ     | 4     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD010  | return_to_provider |

    Scenario: Missing units are said beside an unknown code
      Given the complete release 2026-01 holds the code records:
        | code  |
        | Q4226 |
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q4752          |       | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD010  | return_to_provider |
        | 1           | UOS010  | return_to_provider |
