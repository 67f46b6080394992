export function raiseInterruptBudget(): void;
export function resetInterruptBudget(): void;
