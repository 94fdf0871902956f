import type { Server } from '@/shared/api/types.ts';

export const FIELDS = [
  'MiningAndDressing', 'Ironmaking', 'VanadiumExtraction', 'VanadiumAlloys', 'VanadiumSteel', 'VanadiumBatteries',
  'TitaniumSlag', 'TitaniumDioxide', 'TitaniumMetal', 'TitaniumAlloys', 'Residues', 'Equipment', 'Other',
] as const satisfies readonly Server['VtiField'][];

export const ROUTES = [
  'SulfateProcess', 'ChlorideProcess', 'SodiumRoasting', 'CalciumRoasting', 'BlankRoasting', 'AcidLeaching',
  'SolventExtraction', 'IonExchange', 'ConverterBlowing', 'ElectricSmelting', 'DirectReduction', 'MagnesiumReduction',
  'MoltenSaltElectrolysis', 'Other',
] as const satisfies readonly Server['ProcessRoute'][];

export const MATURITIES = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** Figures that are contents in per cent. */
export const SHARES = ['titaniumDioxide', 'vanadiumPentoxide', 'slagGrade'] as const;
