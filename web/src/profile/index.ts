export { CustomerSample } from './CustomerSample';
export { CustomersTable } from './CustomersTable';
export { LeftOutNote, useKindsTold } from './cards/LeftOutNote';
export { CustomerName, Hidden } from './Hidden';
export { useCustomers } from './api';
export { dayWritten } from './portrait/summary';
