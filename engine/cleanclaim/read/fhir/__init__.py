"""Claims from FHIR R4: a Claim resource, a Bundle that holds some, or resources one a line, as bulk exports are."""
