@UOS090
Feature: Item belongs on a claim to the DME contractor
  Test strips, glucose monitors and the like are paid by the DME contractor, to suppliers. On a claim of another type
  Medicare allows none of them, and sending the same claim again will not change that.

  Rule: The edit files are three, for practitioners, outpatient hospitals and DME suppliers; an item whose limit is 0 in the claim's own file and above 0 in that of DME suppliers is read as theirs (CMS, Medicare NCCI Medically Unlikely Edits, published edit files)

    Background:
      Given the payer is medicare
      And the partial release 2026-01 holds the code records:
        | code  | long_description                                                                   |
        | A4253 | Blood glucose test or reagent strips for home blood glucose monitor, per 50 strips |
        | E0607 | Home blood glucose monitor                                                         |
        | J1885 | Injection, ketorolac tromethamine, per 15 mg                                       |
        | L3000 | Foot, insert, removable, molded to patient model, ucb type, berkeley shell, each   |
      And the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | A4253          | 0     | 3         |
        | E0607          | 0     | 3         |
        | J1885          | 8     | 3         |
        | L3000          | 0     | 3         |
      And the outpatient MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | A4253          | 0     | 3         |
        | E0607          | 0     | 3         |
        | J1885          | 8     | 3         |
        | L3000          | 2     | 3         |
      And the dme MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | A4253          | 1     | 3         |
        | E0607          | 1     | 2         |
        | J1885          | 0     | 3         |
        | L3000          | 2     | 3         |

    Scenario: Test strips on a professional claim get the advice to bill the DME contractor
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | A4253          | 1     | 2026-01-15      |
      When the claim is checked
      Then line 1 has finding UOS090
        | field            | value |
        | title            | Item belongs on a claim to the DME contractor |
        | disposition      | advisory |
        | message          | Medicare's medically unlikely edit for A4253 is 0 on a claim of this type, but above 0 on claims of DME suppliers. |
        | fix              | Bill A4253 to the DME contractor, if you are enrolled as a supplier; if the item is part of a procedure, leave it out. |
        | evidence         | claim_type=professional, dme_item=yes |
        | remittance       | none |
        | code_set_release | 2026-01 |
        | authority        | CMS, Medicare NCCI Medically Unlikely Edits, published edit files: practitioner, outpatient hospital, DME supplier |
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | UOS090  | advisory    |

    Scenario: Test strips on the claim of a DME supplier pass
      Given the claim type is dme
      And the claim lines:
        | procedure_code | units | date_of_service |
        | A4253          | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario: On the claim of a DME supplier the units are measured by the table of DME suppliers
      Given the claim type is dme
      And the claim lines:
        | procedure_code | units | date_of_service |
        | A4253          | 2     | 2026-01-15      |
        | J1885          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | UOS040  | line_item_denial |
        | 2           | UOS040  | line_item_denial |

    Scenario Outline: <code> on a claim of type <claim_type>
      Given the claim type is <claim_type>
      And the type of bill is 131
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2026-01-15      |
      When the claim is checked
      Then line 1 <outcome> UOS090

      Examples: each type has a limit of its own
        | code  | claim_type    | outcome        |
        | A4253 | professional  | has finding    |
        | A4253 | institutional | has finding    |
        | A4253 | dme           | has no finding |
        | E0607 | professional  | has finding    |
        | E0607 | institutional | has finding    |
        | E0607 | dme           | has no finding |
        | J1885 | professional  | has no finding |
        | J1885 | institutional | has no finding |
        | J1885 | dme           | has no finding |
        | L3000 | professional  | has finding    |
        | L3000 | institutional | has no finding |
        | L3000 | dme           | has no finding |

    Scenario Outline: Both limits decide: <own> in the claim's own table, <dme> in that of DME suppliers
      Given the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator   |
        | 99487          | <own> | <indicator> |
      And the dme MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 99487          | <dme> | 3         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99487          | 1     | 2026-01-15      |
      When the claim is checked
      Then line 1 <outcome> UOS090

      Examples:
        | own   | dme   | indicator | outcome        |
        | 0     | 0     | 3         | has no finding |
        | 0     | 0.001 | 3         | has finding    |
        | 0     | 1     | 1         | has finding    |
        | 0     | 1     | 2         | has finding    |
        | 0     | 1     | 3         | has finding    |
        | 0.001 | 1     | 3         | has no finding |
        | 1     | 1     | 3         | has no finding |

    Scenario: A limit of 0 that the table of DME suppliers does not lift is a limit like any other
      Given the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | 96376          | 0     | 3         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 96376          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | UOS040  | line_item_denial |

    Scenario Outline: The type of bill does not matter: <type_of_bill>
      Given the claim type is institutional
      And the type of bill is <type_of_bill>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | A4253          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | UOS090  | advisory    |

      Examples:
        | type_of_bill |
        | 111          |
        | 121          |
        | 131          |
        | 141          |
        | 221          |
        | 851          |

    Scenario Outline: The units do not matter: "<units>"
      Given the claim lines:
        | procedure_code | units   | date_of_service |
        | A4253          | <units> | 2026-01-15      |
      When the claim is checked
      Then line 1 has finding UOS090

      Examples:
        | units |
        |       |
        | 0     |
        | 0.001 |
        | 99    |

    Scenario: Days and practitioners do not matter
      Given the claim lines:
        | procedure_code | units | date_of_service | date_of_service_end | rendering_provider |
        | A4253          | 1     | 2026-01-15      | 2026-01-17          | A                  |
        | A4253          | 2     | 2026-01-15      |                     | B                  |
        | E0607          | 1     | 2026-01-20      |                     |                    |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | UOS090  | advisory    |
        | 2           | UOS090  | advisory    |
        | 3           | UOS090  | advisory    |

    Scenario Outline: Modifier <modifier> does not make the claim the right one
      Given the claim lines:
        | procedure_code | modifiers  | units | date_of_service |
        | A4253          | <modifier> | 1     | 2026-01-15      |
      When the claim is checked
      Then line 1 has finding UOS090

      Examples:
        | modifier |
        | NU       |
        | KX       |
        | GX       |
        | GY       |
        | GZ       |

    Scenario: The advice does not take the line's payment from an add-on code
      Given the add-on code table 2026-01 lists:
        | add_on_code | primary_code | edit_type |
        | 99487       | E0607        | 1         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | E0607          | 1     | 2026-01-15      |
        | 99487          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | UOS090  | advisory    |

  Rule: Both tables must speak for the date of service

    Background:
      Given the payer is medicare
      And the partial release 2025-10 holds the code records:
        | code  |
        | A4253 |
      And the partial release 2026-01 holds the code records:
        | code  |
        | A4253 |
      And the partial release 2026-04 holds the code records:
        | code  |
        | A4253 |

    Scenario Outline: With both tables of one quarter the edit speaks from its first day to its last: <day>
      Given the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | A4253          | 0     | 3         |
      And the dme MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | A4253          | 1     | 3         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | A4253          | 1     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   |
        | 1           | <edit>  | <disposition> |

      Examples:
        | day        | edit   | disposition |
        | 2025-12-31 | UOS910 | not_checked |
        | 2026-01-01 | UOS090 | advisory    |
        | 2026-03-31 | UOS090 | advisory    |
        | 2026-04-01 | UOS910 | not_checked |

    Scenario: Without a table of DME suppliers for the day a limit of 0 is a limit
      Given the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | A4253          | 0     | 3         |
      And the dme MUE table 2025-10 lists:
        | procedure_code | units | indicator |
        | A4253          | 1     | 3         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | A4253          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition      |
        | 1           | UOS040  | line_item_denial |

    Scenario: Without a table of the claim's own type for the day nothing is said
      Given the practitioner MUE table 2025-10 lists:
        | procedure_code | units | indicator |
        | A4253          | 0     | 3         |
      And the dme MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | A4253          | 1     | 3         |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | A4253          | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

  Rule: The edits are Medicare's, and where the code itself is not valid the rest is moot (CMS, Medicare NCCI Medically Unlikely Edits; 45 CFR 162.1000)

    Background:
      Given the practitioner MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | A4253          | 0     | 3         |
        | A4254          | 0     | 3         |
        | A42            | 0     | 3         |
      And the dme MUE table 2026-01 lists:
        | procedure_code | units | indicator |
        | A4253          | 1     | 3         |
        | A4254          | 1     | 3         |
        | A42            | 1     | 3         |

    Scenario Outline: Payer <payer> has no DME contractor
      Given the partial release 2026-01 holds the code records:
        | code  |
        | A4253 |
      And the payer is <payer>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | A4253          | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | payer              |
        | medicare_advantage |
        | other              |

    Scenario: Where the payer is not stated nothing is advised, and that is said
      Given the partial release 2026-01 holds the code records:
        | code  |
        | A4253 |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | A4253          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        |             | COD920  | not_checked |

    Scenario Outline: The advice is not given where <edit> stands on the line
      Given the payer is medicare
      And the complete release 2026-01 holds the code records:
        | code  | code_added_date | termination_date |
        | A4253 | 2026-01-02      | 2026-02-28       |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition   |
        | 1           | <edit>  | <disposition> |

      Examples:
        | code  | day        | edit   | disposition        |
        | A42   | 2026-01-15 | COD005 | return_to_provider |
        | A4254 | 2026-01-15 | COD010 | return_to_provider |
        | A4253 | 2026-01-01 | COD020 | return_to_provider |
        | A4253 | 2026-01-02 | UOS090 | advisory           |
        | A4253 | 2026-02-28 | UOS090 | advisory           |
        | A4253 | 2026-03-01 | COD030 | return_to_provider |
