/** UN Comtrade in both layouts, and BACI. */
export const comtradeFiles: Readonly<Record<string, string>> = {
  "comtrade-old.csv":
    "Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,Trade Flow,Reporter Code,Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,2nd Partner Code,2nd Partner,2nd Partner ISO,Customs Proc. Code,Customs,Mode of Transport Code,Mode of Transport,Commodity Code,Commodity,Qty Unit Code,Qty Unit,Qty,Alt Qty Unit Code,Alt Qty Unit,Alt Qty,Netweight (kg),Gross weight (kg),Trade Value (US$),CIF Trade Value (US$),FOB Trade Value (US$),Flag\n" +
    'H5,2019,2019,2019,6,1,1,Import,757,Switzerland,CHE,0,World,WLD,,,,,,,,848620,"Machines, of a kind",1,No Quantity,0,,,,500,,1000,,,0\n' +
    'H5,2019,2019,2019,6,1,1,Import,757,Switzerland,CHE,490,"Other Asia, nes",,,,,,,,,848620,Machines,5,Number of items,7,,,,300,,600,,,0\n' +
    "H5,2019,201904,April,6,1,2,Export,842,USA,USA,156,China,CHN,,,,,,,,848620,Machines,1,No Quantity,0,,,,,,,,,0\n" +
    "H5,2019,2019,2019,6,1,3,Re-Export,842,USA,USA,0,World,WLD,,,,,,,,848620,Machines,1,No Quantity,0,,,,50,,90,,,0\n" +
    "H5,2019,2019,2019,2,0,1,Import,842,USA,USA,0,World,WLD,,,,,,,,84,Machines,1,No Quantity,0,,,,50,,90,,,0\n",
  "comtrade-plus.csv":
    "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,partnerCode,partnerISO,partnerDesc,partner2Code,classificationCode,cmdCode,customsCode,motCode,qtyUnitAbbr,qty,netWgt,cifvalue,fobvalue,primaryValue\n" +
    "C,A,20220101,2022,52,2022,156,CHN,China,M,392,JPN,Japan,0,H6,848620,C00,0,u,12,3400.5,5600,,5600\n" +
    'C,A,20220101,2022,52,2022,156,CHN,China,M,899,_X,"Areas, nes",0,H6,848620,C00,0,N/A,0,,100,,100\n' +
    "C,A,20220101,2022,52,2022,156,CHN,China,M,392,JPN,Japan,0,H6,848620,C00,2100,u,5,1000,2000,,2000\n" +
    "C,M,20220301,2022,3,202203,251,FRA,France,X,0,W00,World,0,H6,8542,C00,0,,,,,7,7,\n",
  "BACI_HS17_Y2022_V202401b.csv": "t,i,j,k,v,q\n2022,490,156,854231,12.345,   0.250\n2022,842,757,10121,1.5,          NA\n",
};

/** Comext in both layouts. */
export const comextFiles: Readonly<Record<string, string>> = {
  "comext-old.csv":
    "DECLARANT_ISO,PARTNER_ISO,PRODUCT_NC,FLOW,PERIOD,VALUE_IN_EUROS\nDE,CN,81129289,1,2022,1000\nDE,NL,81129289,1,2022,500\nDE,GB,81129289,1,2019,40\nDE,GB,81129289,1,2022,30\nEL,QZ,TOTAL,2,202252,9\nFR,XS,81129295,1,2022,3\n",
  "comext-new.dat":
    "REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,FLOW,STAT_PROCEDURE,SUPPL_UNIT,PERIOD,VALUE_EUR,VALUE_NAC,QUANTITY_KG,QUANTITY_SUPPL_UNIT\nDE,US,E,85423190,1,1,PST,202403,100.5,100.5,2.5,7\nDE,AT,I,85423190,2,1,PST,202403,10,10,1,2\nDE,US,E,85,1,1,NO_SU,202403,1,1,1,0\n",
};

/** Plain tables by partner and year. */
export const partnerFiles: Readonly<Record<string, string>> = {
  "with-flow.csv":
    'year,partner_country,trade_value_usd,reporter,flow,hs_code,commodity\n2020,World,100.0,Thailand,Import,8542,Chips\n2020,"Other Asia, nes",60.5,Thailand,Import,8542,Chips\n2020,Türkiye,1.5,Thailand,Import,8542,Chips\n2020,Japan,2,Thailand,Re-Import,8542,Chips\n',
  "without-flow.csv":
    "reporter,partner,value,year,source,axis,product_code,sub_category,unit\nJP,CN,10.5,2022,x,y,8541,z,USD\nJP,US,3,2022,x,y,8541,z,USD\n",
};
