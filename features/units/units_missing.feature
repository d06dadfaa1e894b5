@UOS010
Feature: Units of service are missing or not above zero
  A line without units of service says what was done but not how often. The clearinghouse or the payer sends the
  whole claim back, and the money waits until it has been corrected and billed again.

  Rule: "If only one service is performed, the numeral 1 must be entered" (Pub. 100-04, ch. 26, sec. 10.4, item 24G)

    Scenario: A line that states no units is returned
      Given the bundled code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-01      |
        | Q4257          |       | 2026-01-01      |
      When the claim is checked
      Then line 2 has finding UOS010
        | field            | value |
        | title            | Units of service are missing or not above zero |
        | disposition      | return_to_provider |
        | message          | The line bills no units of service above zero. |
        | fix              | Bill the units of service; a single service is 1 unit. |
        | evidence         | units_stated=no, units=0 |
        | remittance       | CO 16 M53 |
        | code_set_release | 2026-01 |
        | authority        | Medicare Claims Processing Manual, Pub. 100-04, ch. 26, sec. 10.4, item 24G |
      And the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | COV080  | information        |
        | 2           | UOS010  | return_to_provider |

    Scenario: A line with one unit passes
      Given the bundled code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-01      |
        | Q4257          | 1     | 2026-01-01      |
      When the claim is checked
      Then the claim is clean
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | COV080  | information |

    Scenario Outline: Units that are zero or less are as good as none
      Given no code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | units   | date_of_service |
        | 99213          | <units> | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        | evidence                        |
        | 1           | UOS010  | return_to_provider | units_stated=yes, units=<shown> |

      Examples:
        | units  | shown  |
        | 0      | 0      |
        | 0.000  | 0      |
        | -0.001 | -0.001 |
        | -1     | -1     |
        | -1.50  | -1.5   |

    Scenario Outline: Any units above zero are units, whole or not
      Given no code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | units   | date_of_service |
        | 99213          | <units> | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | units       |
        | 0.001       |
        | 0.5         |
        | 1           |
        | 1.0         |
        | 1.5         |
        | 9999999.999 |

    Scenario Outline: Every date of service calls for units
      Given no code records
      And the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99213          |       | <day>           |
        | 99214          | 1     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS010  | return_to_provider |

      Examples:
        | day        |
        | 1999-12-31 |
        | 2010-04-01 |
        | 2025-12-31 |
        | 2026-01-01 |

  Rule: Units are part of every service line, whoever pays and whatever the kind of code (Pub. 100-04, ch. 26, sec. 10.4, item 24G)

    Scenario Outline: Every payer wants units
      Given no code records
      And the payer is <payer>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99213          |       | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS010  | return_to_provider |

      Examples:
        | payer              |
        | medicare           |
        | medicare_advantage |
        | other              |

    Scenario: Units are wanted although the payer is not stated
      Given no code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99213          |       | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        |             | COD920  | not_checked        |
        | 1           | UOS010  | return_to_provider |

    Scenario Outline: Professional, institutional and equipment claims all want units
      Given no code records
      And the payer is medicare
      And the claim type is <claim_type>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99213          |       | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS010  | return_to_provider |

      Examples:
        | claim_type    |
        | professional  |
        | institutional |
        | dme           |

    Scenario Outline: Codes outside HCPCS Level II want units too
      Given no code records
      And the payer is other
      And the claim type is institutional
      And the claim lines:
        | procedure_code | code_qualifier | revenue_code   | units | date_of_service |
        | <code>         | <qualifier>    | <revenue_code> |       | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS010  | return_to_provider |

      Examples: CPT, dental, HIPPS, another code set
        | code  | qualifier | revenue_code |
        | 99213 |           | 0510         |
        | D0120 |           | 0512         |
        | 1AA11 | HP        | 0023         |
        | Z0010 | ER        | 0510         |

    Scenario: A revenue code alone wants units
      Given no code records
      And the payer is medicare
      And the claim type is institutional
      And the type of bill is 131
      And the claim lines:
        | revenue_code | units | date_of_service |
        | 0250         |       | 2026-01-15      |
        | 0258         | 2     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        | evidence                 |
        | 1           | UOS010  | return_to_provider | units_stated=no, units=0 |

  Rule: Missing units are shown even where the code itself is wrong, so that one correction mends both (Pub. 100-04, ch. 26, sec. 10.4, items 24D and 24G)

    Scenario Outline: Missing units are shown beside a code that is malformed, unknown, too early or ended
      Given the complete release 2010-04 holds the code records:
        | code  | long_description                                                 | code_added_date |
        | G0428 | Collagen meniscus implant procedure for filling meniscal defects | 2010-05-25      |
      And the complete release 2025-01 holds the code records:
        | code  | long_description                          | code_added_date | termination_date |
        | G0122 | Colorectal cancer screening; barium enema | 1998-01-01      | 2024-12-31       |
      And the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         |       | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | <edit>  | return_to_provider |
        | 1           | UOS010  | return_to_provider |

      Examples:
        | code  | day        | edit   |
        |       | 2025-01-01 | COD005 |
        | Q42   | 2025-01-01 | COD005 |
        | Q4257 | 2025-01-01 | COD010 |
        | G0428 | 2010-05-24 | COD020 |
        | G0122 | 2025-01-01 | COD030 |
