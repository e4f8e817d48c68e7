export { escapeHtml } from '#contracts';
