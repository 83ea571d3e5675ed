export { readExample, SHELF } from '../../server/src/rules/examples';
