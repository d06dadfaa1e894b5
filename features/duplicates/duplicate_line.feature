@DUP010
Feature: Line repeats another line of the claim
  A line entered twice looks to the payer like a service billed twice: the second is held, and the first may be held
  with it. A service that was truly performed twice needs a modifier that says so.

  Rule: A line that repeats another in every particular is a duplicate, exact or suspect (Pub. 100-04, ch. 1, sec. 120 to 120.2, CR 8121)

    Background:
      Given the payer is other

    Scenario: A line is billed twice
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service | rendering_provider | charge |
        | 99213          | 25        | 1     | 2026-01-15      | A                  | 100    |
        | 99213          | 25        | 1     | 2026-01-15      | A                  | 100    |
      When the claim is checked
      Then line 2 has finding DUP010
        | field            | value |
        | title            | Line repeats another line of the claim |
        | disposition      | suspension |
        | message          | The line repeats line 1: the same code, dates, modifiers, practitioner, units, charge, drug code and description. |
        | fix              | Remove the line if it was entered twice. If the service was performed again, say so: units on one line, or modifier 76, 77, 91, 59, XE, XP, XS or XU on the repeat. |
        | evidence         | duplicate_of=1 |
        | remittance       | OA 18 |
        | code_set_release | none |
        | authority        | Medicare Claims Processing Manual, Pub. 100-04, ch. 1, sec. 120, Detection of Duplicate Claims (CR 8121; read in a copy), introduction; Exact Duplicates; Suspect Duplicates; CMS MLN Matters MM8121 / CR 8121, Detection of Duplicate Claims (read in an excerpt of Coding Ahead), modifiers that show that a line is no duplicate; Noridian Medicare JF Part B, How to Verify Claim Denial Resolutions Efficiently (article 10534), duplicate claims: OA-18 |
      And the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | DUP010  | suspension  |

    Scenario: A line that stands alone passes
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service | rendering_provider | charge |
        | 99213          | 25        | 1     | 2026-01-15      | A                  | 100    |
        | 99214          | 25        | 1     | 2026-01-15      | A                  | 100    |
      When the claim is checked
      Then there are no findings

    Scenario Outline: Lines that differ in their <what> are two
      Given the claim lines:
        | procedure_code | modifiers   | units   | date_of_service | date_of_service_end | rendering_provider | charge   | ndc         | description |
        | 99213          | RT          | 2       | 2026-01-15      | 2026-01-16          | A                  | 100      | 50242004001 | One         |
        | <code>         | <modifiers> | <units> | <from>          | <to>                | <provider>         | <charge> | <ndc>       | <words>     |
      When the claim is checked
      Then there are no findings

      Examples:
        | what             | code  | modifiers | units | from       | to         | provider | charge | ndc         | words |
        | code             | 99214 | RT        | 2     | 2026-01-15 | 2026-01-16 | A        | 100    | 50242004001 | One   |
        | modifiers        | 99213 | LT        | 2     | 2026-01-15 | 2026-01-16 | A        | 100    | 50242004001 | One   |
        | number of them   | 99213 | RT GA     | 2     | 2026-01-15 | 2026-01-16 | A        | 100    | 50242004001 | One   |
        | lack of them     | 99213 |           | 2     | 2026-01-15 | 2026-01-16 | A        | 100    | 50242004001 | One   |
        | units            | 99213 | RT        | 3     | 2026-01-15 | 2026-01-16 | A        | 100    | 50242004001 | One   |
        | fraction         | 99213 | RT        | 2.001 | 2026-01-15 | 2026-01-16 | A        | 100    | 50242004001 | One   |
        | first day        | 99213 | RT        | 2     | 2026-01-14 | 2026-01-16 | A        | 100    | 50242004001 | One   |
        | last day         | 99213 | RT        | 2     | 2026-01-15 | 2026-01-17 | A        | 100    | 50242004001 | One   |
        | practitioner     | 99213 | RT        | 2     | 2026-01-15 | 2026-01-16 | B        | 100    | 50242004001 | One   |
        | charge           | 99213 | RT        | 2     | 2026-01-15 | 2026-01-16 | A        | 100.01 | 50242004001 | One   |
        | lack of a charge | 99213 | RT        | 2     | 2026-01-15 | 2026-01-16 | A        |        | 50242004001 | One   |
        | drug code        | 99213 | RT        | 2     | 2026-01-15 | 2026-01-16 | A        | 100    | 50242004002 | One   |
        | lack of one      | 99213 | RT        | 2     | 2026-01-15 | 2026-01-16 | A        | 100    |             | One   |
        | description      | 99213 | RT        | 2     | 2026-01-15 | 2026-01-16 | A        | 100    | 50242004001 | Two   |
        | lack of one      | 99213 | RT        | 2     | 2026-01-15 | 2026-01-16 | A        | 100    | 50242004001 |       |

    Scenario: Units billed and units left out are two lines, of which one is returned
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 99213          | 1     | 2026-01-15      |
        | 99213          |       | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 2           | UOS010  | return_to_provider |

    Scenario: What is absent on both lines is the same
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 99213          | 1     | 2026-01-15      |
        | 99213          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | DUP010  | suspension  |

    Scenario: Units absent on both lines are the same, and both are returned besides
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 99213          |       | 2026-01-15      |
        | 99213          |       | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | UOS010  | return_to_provider |
        | 2           | DUP010  | suspension         |
        | 2           | UOS010  | return_to_provider |

    Scenario: The claim's practitioner and last day stand for the line's
      Given the rendering provider is A
      And the claim lines:
        | procedure_code | units | date_of_service | date_of_service_end | rendering_provider |
        | 99213          | 1     | 2026-01-15      |                     |                    |
        | 99213          | 1     | 2026-01-15      | 2026-01-15          | A                  |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | DUP010  | suspension  |

    Scenario Outline: The order of modifiers and the way a number is written do not matter
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service | charge |
        | 99213          | RT GA     | 1     | 2026-01-15      | 100    |
        | 99213          | <written> | 1.000 | 2026-01-15      | 100.00 |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | DUP010  | suspension  |

      Examples:
        | written  |
        | RT GA    |
        | GA RT    |
        | ga,rt    |
        | GA RT GA |

    Scenario: Place of service, revenue code and unit of measure are not compared
      Given the claim lines:
        | procedure_code | units | date_of_service | place_of_service | revenue_code | unit_of_measure |
        | 99213          | 1     | 2026-01-15      | 11               |              | UN              |
        | 99213          | 1     | 2026-01-15      | 22               | 0510         | MJ              |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | DUP010  | suspension  |

    Scenario: Of several, each repeats the first
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 99213          | 1     | 2026-01-15      |
        | 87070          | 1     | 2026-01-15      |
        | 99213          | 1     | 2026-01-15      |
        | 87070          | 1     | 2026-01-15      |
        | 99213          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition | evidence       |
        | 3           | DUP010  | suspension  | duplicate_of=1 |
        | 4           | DUP010  | suspension  | duplicate_of=2 |
        | 5           | DUP010  | suspension  | duplicate_of=1 |

    Scenario: The line numbers decide which was first, not the order in which the lines stand
      Given the claim lines:
        | line_number | procedure_code | units | date_of_service |
        | 30          | 99213          | 1     | 2026-01-15      |
        | 10          | 99213          | 1     | 2026-01-15      |
        | 20          | 99213          | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition | evidence        |
        | 20          | DUP010  | suspension  | duplicate_of=10 |
        | 30          | DUP010  | suspension  | duplicate_of=10 |

    Scenario: Lines of two claims are not compared
      Given the claim:
        """
        [{"claim_id": "A", "lines": [{"line_number": 1, "procedure_code": "99213", "units": 1, "date_of_service": "2026-01-15"}]},
         {"claim_id": "A", "lines": [{"line_number": 1, "procedure_code": "99213", "units": 1, "date_of_service": "2026-01-15"}]}]
        """
      When the claims are checked
      Then there are no findings

  Rule: Modifiers can show that a line is no duplicate (CMS MLN Matters MM8121 / CR 8121)

    Background:
      Given the payer is other

    Scenario Outline: <modifier> on the repeat says that it is none
      Given the claim lines:
        | procedure_code | modifiers     | units | date_of_service |
        | 99213          | <modifier>    | 1     | 2026-01-15      |
        | 99213          | <modifier>    | 1     | 2026-01-15      |
        | 99214          | RT <modifier> | 1     | 2026-01-15      |
        | 99214          | <modifier> RT | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | modifier |
        | 59       |
        | 76       |
        | 77       |
        | 91       |
        | XE       |
        | XP       |
        | XS       |
        | XU       |

    Scenario Outline: <modifier> says nothing of the kind
      Given the claim lines:
        | procedure_code | modifiers  | units | date_of_service |
        | 99213          | <modifier> | 1     | 2026-01-15      |
        | 99213          | <modifier> | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | DUP010  | suspension  |

      Examples:
        | modifier |
        | 25       |
        | 50       |
        | 51       |
        | 58       |
        | 78       |
        | 79       |
        | RT       |
        | GA       |
        | KX       |

    Scenario: A line with the modifier and one without are two already
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | 99213          |           | 1     | 2026-01-15      |
        | 99213          | 76        | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

  Rule: Of an ambulance line the first modifier is the way, which two trips may share (First Coast Service Options, Ambulance modifiers)

    Background:
      Given the partial release 2026-01 holds the code records:
        | code  | long_description                                                                           |
        | A0425 | Ground mileage, per statute mile                                                           |
        | A0427 | Ambulance service, advanced life support, emergency transport, level 1 (als 1 - emergency) |
      And the payer is other

    Scenario: There and back are two trips
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A0427          | RH        | 1     | 2026-01-15      |
        | A0427          | HR        | 1     | 2026-01-15      |
        | A0425          | RH        | 12    | 2026-01-15      |
        | A0425          | HR        | 12    | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario: The same way twice is a repeat
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A0427          | RH        | 1     | 2026-01-15      |
        | A0427          | RH        | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | DUP010  | suspension  |

    Scenario: Behind the way a modifier says that it is none
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A0427          | RH 76     | 1     | 2026-01-15      |
        | A0427          | RH 76     | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario: In the first place XS is a way from an intermediate stop to the scene
      Given the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | A0427          | XS        | 1     | 2026-01-15      |
        | A0427          | XS        | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | DUP010  | suspension  |

  Rule: Claims of practitioners and of equipment suppliers are compared, for every payer and date (Pub. 100-04, ch. 1, sec. 120)

    Scenario Outline: A <claim_type> claim for payer <payer> and place of service <place> is compared
      Given the payer is <payer>
      And the claim type is <claim_type>
      And the place of service is <place>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 99213          | 1     | <day>           |
        | 99213          | 1     | <day>           |
      When the claim is checked
      Then line 2 has finding DUP010
      And line 1 has no finding

      Examples:
        | payer              | claim_type   | place | day        |
        | medicare           | professional | 11    | 1999-12-31 |
        | medicare           | professional | 22    | 2026-01-15 |
        | medicare           | dme          | 12    | 2026-01-15 |
        | medicare_advantage | professional | 24    | 2026-01-15 |
        | other              | dme          | 12    | 2026-01-15 |
        | unknown            | professional | 11    | 2026-01-15 |

    Scenario Outline: A hospital's claim may repeat a line, on type of bill <bill>
      Given the payer is medicare
      And the claim type is institutional
      And the type of bill is <bill>
      And the claim lines:
        | revenue_code | procedure_code | units | date_of_service |
        | 0300         | 87070          | 1     | 2026-01-15      |
        | 0300         | 87070          | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | bill |
        | 131  |
        | 111  |
        | 851  |

    Scenario Outline: Revenue codes without a procedure code are not compared
      Given the payer is other
      And the claim type is <claim_type>
      And the claim lines:
        | revenue_code | units | date_of_service |
        | 0250         | 1     | 2026-01-15      |
        | 0250         | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | claim_type    |
        | institutional |
        | professional  |

  Rule: A repeat is a repeat whatever else is wrong with the line (Pub. 100-04, ch. 1, sec. 120.1)

    Scenario Outline: What is wrong with the code does not hide the repeat
      Given the complete release 2026-01 holds the code records:
        | code  | code_added_date | termination_date |
        | A4649 | 2026-01-10      | 2026-01-20       |
      And the payer is other
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | <day>           |
        | <code>         | 1     | <day>           |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | <edit>  | return_to_provider |
        | 2           | <edit>  | return_to_provider |
        | 2           | DUP010  | suspension         |

      Examples:
        | code  | day        | edit   |
        | A4649 | 2026-01-09 | COD020 |
        | A4649 | 2026-01-21 | COD030 |
        | A4650 | 2026-01-15 | COD010 |
        | A465  | 2026-01-15 | COD005 |

    Scenario: A line that is held still carries an add-on code
      Given the payer is other
      And the partial release 2026-01 holds the code records:
        | code  | long_description                                                                                         |
        | G0019 | Community health integration services; 60 minutes per calendar month                                     |
        | G0022 | Community health integration services, each additional 30 minutes (list separately in addition to g0019) |
      And the claim lines:
        | procedure_code | units | date_of_service |
        | G0019          | 1     | 2026-01-15      |
        | G0019          | 1     | 2026-01-15      |
        | G0022          | 2     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 2           | DUP010  | suspension  |
