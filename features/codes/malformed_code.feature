@COD005
Feature: Procedure code is missing or malformed
  A line without a code, or with something that no code looks like, cannot be priced: the payer returns the claim
  as unprocessable and nothing is paid until it is sent again. Most such codes are typing slips: a character lost or
  doubled, the letter O for a zero, a letter that begins no code.

  Rule: HCPCS, together with CPT, is the standard code set for services and items (45 CFR 162.1002(a)(5)); what has the form of neither is no code

    Background:
      Given the payer is other

    Scenario: A code with a letter in place of a digit is returned to the provider
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | Q42O5          | 4     | 2026-01-15      |
      When the claim is checked
      Then line 1 has finding COD005
        | field            | value |
        | title            | Procedure code is missing or malformed |
        | disposition      | return_to_provider |
        | message          | The line has no valid procedure code: Q42O5 has the form of no code. |
        | fix              | Bill a HCPCS Level II code (a letter and four digits) or a CPT code (five characters) as published. |
        | evidence         | code_system=malformed |
        | remittance       | CO 16 M51 |
        | code_set_release | none |
        | authority        | 45 CFR 162.1002, Medical data code sets, (a)(5); HCPCS Contractor Record - 2026 (CMS RIF report, as of 11/12/2025), fields 1 and 4 (code, Level I and Level II); Medicare Claims Processing Manual, Pub. 100-04, ch. 26, sec. 10.4, item 24D |
      And the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD005  | return_to_provider |

    Scenario: A line with neither a procedure code nor a revenue code is returned to the provider
      Given the claim lines:
        | procedure_code | units | date_of_service |
        |                | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        | message                               | evidence              |
        | 1           | COD005  | return_to_provider | The line has no valid procedure code. | code_system=malformed |

    Scenario: An institutional line with neither a procedure code nor a revenue code is returned to the provider
      Given the claim type is institutional
      And the type of bill is 131
      And the claim lines:
        | procedure_code | revenue_code | units | date_of_service |
        |                |              | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD005  | return_to_provider |

    Scenario: An institutional line needs no procedure code beside its revenue code
      Given the claim type is institutional
      And the type of bill is 131
      And the claim lines:
        | revenue_code | units | date_of_service |
        | 0250         | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario Outline: What has the form of no code is malformed: <why>
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD005  | return_to_provider |

      Examples:
        | code   | why                                    |
        | Q425   | a letter and three digits              |
        | Q42577 | a letter and five digits               |
        | QQ257  | two letters                            |
        | Q425B  | a letter at the end of a Level II code |
        | Q-257  | a sign among the digits                |
        | Q 257  | a blank among the characters           |
        | Q4257. | a full stop at the end                 |
        | W4257  | no code begins with W                  |
        | X4257  | no code begins with X                  |
        | Y4257  | no code begins with Y                  |
        | Z4257  | no code begins with Z                  |
        | 1527   | four digits                            |
        | 152711 | six digits                             |
        | 1527B  | four digits and B                      |
        | 1527Q  | four digits and Q                      |
        | D012   | D and three digits                     |
        | Q425٧  | a digit of another script              |
        | É4257  | a letter with an accent                |

    Scenario Outline: A CPT code is recognized by its form: <why>
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | code  | why               |
        | 15271 | five digits       |
        | 0001A | four digits and A |
        | 1036F | four digits and F |
        | 0002M | four digits and M |
        | 0479T | four digits and T |
        | 0001U | four digits and U |

    Scenario Outline: A Level II code is recognized by its form, whether or not its record is loaded: <code>
      Given no code records
      And the claim lines:
        | procedure_code | units | date_of_service |
        | <code>         | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition |
        | 1           | COD900  | not_checked |

      Examples:
        | code  |
        | A0428 |
        | B4150 |
        | C9600 |
        | E0601 |
        | G0019 |
        | J7325 |
        | Q4205 |
        | V2020 |

    Scenario: A dental code is a code of another code set, not a malformed one
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | D7140          | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario: A code in small letters is the same code
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | 15271          | 1     | 2026-01-15      |
        | q4257          | 25    | 2026-01-15      |
      When the claim is checked
      Then there are no findings

    Scenario: Blanks and line ends around a code do not belong to it
      Given the claim:
        """
        {"claim_id": "A", "payer_type": "other", "lines": [
          {"line_number": 1, "procedure_code": " 15271\t", "units": 1, "date_of_service": "2026-01-15"},
          {"line_number": 2, "procedure_code": "Q4257 \r\n", "units": 25, "date_of_service": "2026-01-15"}]}
        """
      When the claim is checked
      Then there are no findings

    Scenario Outline: The qualifier <qualifier> says that the code is of another code set, whatever its form
      Given the claim lines:
        | procedure_code | code_qualifier | units | date_of_service |
        | <code>         | <qualifier>    | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | qualifier | code  |
        | HP        | KBED1 |
        | ER        | XYZ12 |
        | IV        | ZA101 |
        | WK        | WA001 |

    Scenario Outline: On a line of revenue code <revenue_code> the code is a HIPPS code, not a HCPCS code
      Given the claim type is institutional
      And the claim lines:
        | procedure_code | revenue_code   | units | date_of_service |
        | KBED1          | <revenue_code> | 1     | 2026-01-15      |
      When the claim is checked
      Then there are no findings

      Examples:
        | revenue_code |
        | 0022         |
        | 0023         |
        | 0024         |

    Scenario Outline: On a line of revenue code <revenue_code> the code must have the form of a HCPCS code
      Given the claim type is institutional
      And the claim lines:
        | procedure_code | revenue_code   | units | date_of_service |
        | KBED1          | <revenue_code> | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD005  | return_to_provider |

      Examples:
        | revenue_code |
        | 0021         |
        | 0025         |
        | 0636         |

    Scenario Outline: A malformed code is returned whatever the claim type: <claim_type>
      Given the claim type is <claim_type>
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q425           | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD005  | return_to_provider |

      Examples:
        | claim_type    |
        | professional  |
        | institutional |
        | dme           |

    Scenario Outline: A malformed code is returned whatever the date of service: <date_of_service>
      Given the claim lines:
        | procedure_code | units | date_of_service   |
        | Q425           | 1     | <date_of_service> |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD005  | return_to_provider |

      Examples:
        | date_of_service |
        | 2003-07-01      |
        | 2025-12-31      |
        | 2026-01-01      |
        | 2027-01-01      |

  Rule: Where the code itself is wrong, what else could be said of the line is left out; what is wrong whatever the code is said too

    Scenario: A malformed code leaves out the edits on liability modifiers
      Given the payer is medicare
      And the claim lines:
        | procedure_code | modifiers | units | date_of_service |
        | Q425           | GA GZ     | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD005  | return_to_provider |

    Scenario: Missing units and reversed dates are said beside a malformed code
      Given the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service | date_of_service_end |
        | Q425           |       | 2026-01-15      | 2026-01-14          |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD005  | return_to_provider |
        | 1           | COD040  | return_to_provider |
        | 1           | UOS010  | return_to_provider |

    Scenario: A malformed code leaves the other lines of the claim to be judged by themselves
      Given the payer is medicare
      And the claim lines:
        | procedure_code | units | date_of_service |
        | 1527l          | 1     | 2026-01-15      |
        | Q4257          | 25    | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD005  | return_to_provider |
        | 2           | AOC010  | line_item_denial   |
        | 2           | COV080  | information        |

    Scenario: A malformed code is returned although the payer is not stated
      Given the claim lines:
        | procedure_code | units | date_of_service |
        | Q425           | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        |             | COD920  | not_checked        |
        | 1           | COD005  | return_to_provider |

    Scenario: A malformed code is returned for a Medicare Advantage plan as well
      Given the payer is medicare_advantage
      And the claim lines:
        | procedure_code | units | date_of_service |
        | Q425           | 1     | 2026-01-15      |
      When the claim is checked
      Then the findings are exactly:
        | line_number | edit_id | disposition        |
        | 1           | COD005  | return_to_provider |
