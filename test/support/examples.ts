export { readExample } from '../../server/src/rules/examples';
