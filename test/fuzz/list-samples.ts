import type { ListFormat } from '#formats/lists';

/** One small made-up list in the published shape of each form; a form that is missing here does not compile. */
export const listSamples: Readonly<Record<Exclude<ListFormat, 'jsonl' | 'csv' | 'un' | 'ofac'>, string>> = {
  'ofac-xml': `<Sanctions xmlns="x"><DateOfIssue><Year>2026</Year><Month>5</Month><Day>21</Day></DateOfIssue>
<PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType><PartyType ID="1">Individual</PartyType><FeatureType ID="8">Birthdate</FeatureType>
<NamePartType ID="50">Last Name</NamePartType><IDRegDocType ID="20">Passport</IDRegDocType><Country ID="7">Mexico</Country>
<Location ID="60"><LocationCountry CountryID="7"/><LocationPart><LocationPartValue><Value>Lima</Value></LocationPartValue></LocationPart></Location>
<IDRegDocument IDRegDocTypeID="20" IdentityID="1" IssuedBy-CountryID="7"><IDRegistrationNo>A1</IDRegistrationNo></IDRegDocument>
<DistinctParty FixedRef="7"><Profile ID="7" PartySubTypeID="4"><Identity ID="1"><Alias Primary="true"><DocumentedName><DocumentedNamePart>
<NamePartValue NamePartGroupID="g">MORA</NamePartValue></DocumentedNamePart></DocumentedName></Alias><NamePartGroups><MasterNamePartGroup>
<NamePartGroup ID="g" NamePartTypeID="50"/></MasterNamePartGroup></NamePartGroups></Identity><Feature FeatureTypeID="8"><FeatureVersion><DatePeriod>
<Start><From><Year>1970</Year><Month>2</Month><Day>3</Day></From></Start></DatePeriod></FeatureVersion></Feature></Profile></DistinctParty>
<SanctionsEntry ProfileID="7"><EntryEvent><Date><Year>2019</Year></Date></EntryEvent><SanctionsMeasure><Comment>X</Comment></SanctionsMeasure></SanctionsEntry></Sanctions>`,
  'eu-xml': `<export xmlns="x" generationDate="2026-06-05T15:51:25Z"><sanctionEntity euReferenceNumber="EU.1" logicalId="13">
<regulation publicationDate="2003-07-08" numberTitle="1/2003" programme="IRQ"/><subjectType code="person"/><remark>x</remark>
<nameAlias firstName="Luis" lastName="Mora" wholeName="Luis Mora" gender="M" strong="true"/><citizenship countryIso2Code="MX"/>
<birthdate circa="true" year="1937" city="Lima"/><identification number="X1"
identificationTypeCode="passport" countryIso2Code="PE"/></sanctionEntity></export>`,
  'eu-journal': `celex,annex,recordId,programKey,startDate,schema,name,alias,weakAlias,nationality,birthDate,passportNumber,imoNumber
32001R2580,II.A,3,EU,23.2.2022,Person,MORA Luis (UTN),"Lu; La, (b) Li",Le,Iranian and US,"(a) 6.3.1955, (b) circa 1957",C2002515 (Iran),
32001R2580,II.A,3,EU,,Vessel,Sea Star,,,,,,9333670
`,
  'uk-xml': `<Designations><DateGenerated>10/06/2026</DateGenerated><Designation><LastUpdated>16/04/2026</LastUpdated><UniqueID>A1</UniqueID>
<IndividualEntityShip>Individual</IndividualEntityShip><Names><Name><Name1>L</Name1><Name6>M</Name6><NameType>Primary Name</NameType></Name></Names>
<IndividualDetails><Individual><DOBs><DOB>dd/mm/1958</DOB></DOBs><Nationalities><Nationality>Peru</Nationality></Nationalities>
<PassportDetails><Passport><PassportNumber>A1</PassportNumber></Passport></PassportDetails></Individual></IndividualDetails></Designation>
<FinancialSanctionsTarget><GroupID>7</GroupID><GroupTypeDescription>Ship</GroupTypeDescription><Name6>S</Name6></FinancialSanctionsTarget></Designations>`,
  'uk-csv': `Report Date: 13-Feb-2026
Last Updated,Unique ID,Name 6,Name 1,Name type,Alias strength,Designation Type,D.O.B,Nationality(/ies),Passport number
04/08/2026,AFG1,MORA,LUIS,Primary Name,,Individual,00/00/1970,(1) Peru (2) Iran,A1234 (Peru)
04/08/2026,AFG1,MORA,LU,Alias,Low quality,Individual,,,
`,
  canada: `<data-set><record><Country-Pays>Belarus / Bélarus</Country-Pays><LastName>Mora</LastName><GivenName>Luis</GivenName><Aliases>Lu; La</Aliases>
<DateOfBirth>1965-04-29</DateOfBirth><Schedule>1, Part 1</Schedule><Item>1</Item><DateOfListing>2020-09-28</DateOfListing></record>
<record><EntityOrShip>Sea</EntityOrShip><ShipIMONumber>9123456</ShipIMONumber></record></data-set>`,
  ftm: `{"id":"1","schema":"Person","caption":"L M","properties":{"name":["L M"],"birthDate":["1970-02-03"],"nationality":["mx"],"passportNumber":["A1"]}}
{"id":"a","schema":"Address","properties":{}}
{"id":"s","schema":"Sanction","properties":{"entity":["1"],"program":["X"],"listingDate":["2019-01-02"]}}
`,
  'csl-json': `{"search_performed_at":"2026-06-09","results":[{"source":"X (SDN) - Y","entity_number":8124,"type":"Individual","programs":["A","B"],
"name":"MORA, Luis","start_date":"2016-06-21","federal_register_notice":null,"dates_of_birth":["1974"],"ids":[{"type":"Passport","number":"A1","country":"MX"}]}]}`,
  'csl-csv': `source,entity_number,type,programs,name,start_date,federal_register_notice,alt_names,dates_of_birth,nationalities,ids
X (SDN) - Y,8124,Individual,A; B,"MORA, Luis",2016-06-21,81 FR 1,"PAZ, Luis; LU",1974; 1975,SY,"MX, A1, Passport; http://x, Website"
X (DPL) - Y,,,,ACME LTD,2017-10-16,,,,,
`,
  bis: `"Name"\t"Street_Address"\t"City"\t"Country"\t"Effective_Date"\t"Last_Update"\t"FR_Citation"
"LUIS MORA"\t"1 MAIN"\t"LIMA"\t"PE"\t"08/24/2022"\t"2022-08-29"\t"87 F.R. 1"
`,
  cn: `Type,QID,Name,Alias,Chinese name,Country,Body,List,Date
Person,Q1,Marco Mora,MM;Mora,马尔科,US,MFA,,13.07.20
Company,,Edge LLC,,边缘,US,MOFCOM,UEL,10.04.2025
`,
};
